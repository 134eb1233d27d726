/** Journey on the wire, a noun a file. */
import { archiveApi } from './archive/contract.ts'
import { actionsApi } from './actions/contract.ts'
import { elementsApi } from './elements/contract.ts'
import { graphApi } from './graph/contract.ts'
import { patternsApi } from './patterns/contract.ts'
import { reportApi } from './report/contract.ts'
import { sessionsApi } from './sessions/contract.ts'
import { sharesApi } from './shares/contract.ts'
import { taxonomyApi } from './taxonomy/contract.ts'

export * from './archive/contract.ts'
export * from './actions/contract.ts'
export * from './elements/contract.ts'
export * from './graph/contract.ts'
export * from './patterns/contract.ts'
export * from './report/contract.ts'
export * from './sessions/contract.ts'
export * from './shares/contract.ts'
export * from './taxonomy/contract.ts'

/** Topic of the live connection; events carry `sessionId` in their payload. */
export const journeyTopic = 'journey'

export const journeyApi = {
  ...sessionsApi,
  ...elementsApi,
  ...graphApi,
  ...archiveApi,
  ...actionsApi,
  ...patternsApi,
  ...reportApi,
  ...sharesApi,
  ...taxonomyApi,
}
