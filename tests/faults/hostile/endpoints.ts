/** Every endpoint of every contract, by name. */
import type { Endpoint } from '#contract/endpoint'
import { accountApi } from '#core/auth/contract'
import { jobsApi } from '#core/jobs/contract'
import { healthApi } from '#core/observability/contract'
import { searchApi } from '#core/search/contract'
import { settingsApi } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { journeyApi } from '../../../src/spaces/journey/contract.ts'

export interface Target {
  name: string
  endpoint: Endpoint
}

const apis: Record<string, Endpoint>[] = [accountApi, healthApi, jobsApi, searchApi, settingsApi, undoApi, journeyApi]

export const endpoints: readonly Target[] = apis.flatMap((api) =>
  Object.entries(api).map(([name, endpoint]) => ({ name, endpoint })),
)
