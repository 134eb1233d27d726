/** Undo on the wire: a change that replaced something can be taken back for thirty days. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { ChangeId, Instant } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'

export const Change = z.object({
  id: ChangeId,
  kind: z.string(),
  /** The title or label of what was changed, for the sentence on screen. */
  label: z.string(),
  subject: z.string(),
  at: Instant,
  expiresAt: Instant,
  undoneAt: Instant.nullable(),
})
export type Change = z.infer<typeof Change>

export const changeNotFound = defineProblem({
  name: 'undo/change-not-found',
  status: 404,
  title: 'There is no such change',
})
export const changeUndone = defineProblem({ name: 'undo/change-undone', status: 409, title: 'This was undone already' })
export const changeOvertaken = defineProblem({
  name: 'undo/change-overtaken',
  status: 409,
  title: 'Something newer stands there',
})

const changes = defineNoun({ name: 'undo.changes', about: 'Changes that can be taken back' })

export const undoApi = {
  listChanges: endpoint({
    method: 'GET',
    path: '/undo',
    summary: 'My changes that can still be undone, newest first',
    access: changes.read,
    query: PageQuery,
    reply: pageOf(Change),
  }),
  undoChange: endpoint({
    method: 'POST',
    path: '/undo/:changeId',
    summary: 'Puts back what a change replaced',
    access: changes.write,
    reply: Change,
    problems: [changeNotFound, changeUndone, changeOvertaken],
  }),
}
