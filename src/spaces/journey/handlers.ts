/** The endpoints of Journey, a noun a file. */
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Visit } from '#core/http'
import type { Core } from '../../core/core.ts'
import type { journeyApi } from './contract.ts'
import { archiveHandlers } from './archive/handlers.ts'
import { actionHandlers } from './actions/handlers.ts'
import { elementHandlers } from './elements/handlers.ts'
import { graphHandlers } from './graph/handlers.ts'
import { patternHandlers } from './patterns/handlers.ts'
import { reportHandlers } from './report/handlers.ts'
import { sessionHandlers } from './sessions/handlers.ts'
import { shareHandlers } from './shares/handlers.ts'
import { taxonomyHandlers } from './taxonomy/handlers.ts'

export const journeyHandlers: Handlers<typeof journeyApi, Core, Caller, Visit> = {
  ...sessionHandlers,
  ...elementHandlers,
  ...graphHandlers,
  ...archiveHandlers,
  ...actionHandlers,
  ...patternHandlers,
  ...reportHandlers,
  ...shareHandlers,
  ...taxonomyHandlers,
}
