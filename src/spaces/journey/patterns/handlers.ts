/** The endpoints of patterns. */
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import type { PatternKind, patternsApi } from './contract.ts'
import { readPatterns } from './patterns.ts'
import { readPictures } from './pictures.ts'

const only =
  (...kinds: readonly PatternKind[]) =>
  (core: Core, { caller }: { caller: Caller }) =>
    readPatterns(core.db.read, caller.id, kinds)

export const patternHandlers: Handlers<typeof patternsApi, Core, Caller, Visit> = {
  listPatterns: (core, { caller, query: { kind } }) => readPatterns(core.db.read, caller.id, kind && [kind]),
  listTrends: only('trend'),
  listCorrelations: only('co-occurrence', 'link'),
  listTurningPoints: only('turning-point'),
  listRecurrence: only('recurrence'),
  listCascades: only('cascade'),
  listForecasts: only('forecast'),
  listFollowThrough: only('follow-through'),
  listPersistentChallenges: only('challenge'),
  listBeliefDrift: only('belief'),
  getPictures: (core, { caller, query }) => readPictures(core.db.read, { ...query, owner: caller.id }),
}
