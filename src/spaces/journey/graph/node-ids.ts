/** How nodes are named: by the thing they stand for, or by kind and normal form, so that a word is one node. */
import { createHash } from 'node:crypto'
import { normalForm } from '../elements/normal-form.ts'

/** An index takes no key of any length; a person's own wording may be long. */
const longestForm = 160

export const personNodeId = (owner: string) => `person:${owner}`
export const sessionNodeId = (id: string) => `session:${id}`

export function wordNodeId(kind: string, label: string) {
  const form = normalForm(label)
  if (form.length <= longestForm) return `${kind}:${form}`
  const digest = createHash('sha256').update(form).digest('hex').slice(0, 16)
  return `${kind}:${form.slice(0, longestForm).toWellFormed()} ${digest}`
}
