/** Every endpoint of every contract, by name. */
import type { Endpoint } from '#contract/endpoint'
import { journeyApi } from '../../../src/spaces/journey/contract.ts'
import { coreApis } from '../../world/core-apis.ts'

export interface Target {
  name: string
  endpoint: Endpoint
}

export const endpoints: readonly Target[] = [...coreApis, journeyApi].flatMap((api) =>
  Object.entries<Endpoint>(api).map(([name, endpoint]) => ({ name, endpoint })),
)
