/** The typed client of Journey. */
import { createClient, type Send } from '#contract/client'
import { send } from '../../../web/data/send.ts'
import { journeyApi } from '../contract.ts'

export type JourneyClient = ReturnType<typeof connectJourney>

export const journey = connectJourney(send)

export function connectJourney(through: Send) {
  return createClient(journeyApi, through)
}
