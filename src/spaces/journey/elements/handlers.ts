/** The endpoints of elements. */
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import { mineOf } from '../sessions/sessions.ts'
import type { elementsApi } from './contract.ts'
import { decideElement, listElements } from './elements.ts'

export const elementHandlers: Handlers<typeof elementsApi, Core, Caller, Visit> = {
  listElements: (core, { query, ...request }) => listElements(core.db.read, mineOf(request), query),
  decideElement: (core, { caller, params, body }) =>
    core.db.write((tx) => decideElement(core, tx, { owner: caller.id, id: params.elementId, decision: body })),
}
