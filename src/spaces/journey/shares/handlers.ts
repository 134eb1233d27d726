/** The endpoints of links. */
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import { mineOf } from '../sessions/sessions.ts'
import type { sharesApi } from './contract.ts'
import { listShares, openShare, revokeShare, shareReport, shareSession } from './shares.ts'

export const shareHandlers: Handlers<typeof sharesApi, Core, Caller, Visit> = {
  listShares: async ({ db, now }, { caller }) => ({ items: await listShares(db.read, caller.id, now()) }),
  shareReport: (core, { caller, body }) => core.db.write((tx) => shareReport(core, tx, { ...body, owner: caller.id })),
  shareSession: (core, { body, ...request }) =>
    core.db.write((tx) => shareSession(core, tx, { ...body, ...mineOf(request) })),
  async revokeShare(core, { caller, params }) {
    await core.db.write((tx) => revokeShare(core, tx, { owner: caller.id, id: params.shareId }))
    return {}
  },
  openShare: (core, { body }) => openShare(core, body.secret),
}
