/** The endpoints of actions. */
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import { listActions, readAction, readActionDetail, summariseActions } from './action-pages.ts'
import { changeAction, deleteAction, writeAction, type Mine } from './actions.ts'
import type { actionsApi } from './contract.ts'
import { understandAction } from './understand.ts'
import { answerQuestion, listQuestions } from './follow-ups/questions.ts'

interface OfAction {
  caller: { id: string }
  params: { actionId: string }
}

const mineOf = ({ caller, params }: OfAction): Mine => ({ owner: caller.id, id: params.actionId })

export const actionHandlers: Handlers<typeof actionsApi, Core, Caller, Visit> = {
  listActions: (core, { caller, query }) => listActions(core, caller.id, query),
  summariseActions: (core, { caller }) => summariseActions(core, caller.id),
  async createAction(core, { caller, body }) {
    const id = await core.db.write((tx) => writeAction(core, tx, { ...body, owner: caller.id }))
    return readAction(core, { owner: caller.id, id })
  },
  understandAction: (core, { caller, body }) => understandAction(core, { owner: caller.id, words: body.words }),
  getAction: (core, request) => readActionDetail(core, mineOf(request)),
  async updateAction(core, { body, ...request }) {
    const mine = mineOf(request)
    const changeId = await core.db.write((tx) => changeAction(core, tx, { ...mine, change: body }))
    return { action: await readAction(core, mine), changeId }
  },
  async deleteAction(core, request) {
    return { changeId: await core.db.write((tx) => deleteAction(core, tx, mineOf(request))) }
  },
  listQuestions: (core, { caller, query }) => listQuestions(core.db.read, caller.id, query),
  async answerQuestion(core, { caller, params, body }) {
    const about = { owner: caller.id, id: params.questionId, answer: body }
    return { changeId: await core.db.write((tx) => answerQuestion(core, tx, about)) }
  },
}
