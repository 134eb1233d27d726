/** The job kinds that this process can run. */
import type { z } from 'zod'
import { day } from '#std/duration'
import { fromJson } from '#std/json'
import type { JobDefinition, Rate, Work } from './definition.ts'

/** A kind with its context and payload type folded in. */
export interface RegisteredJob {
  kind: string
  steps: readonly string[]
  attempts: number
  every?: number | undefined
  after: number
  weight: 'light' | 'heavy'
  most?: number | undefined
  rate?: Rate | undefined
  isFreeing: boolean
  run(work: Work<string>): Promise<void>
}

const usualAttempts = 5
/** The key of a slot must outlive the slot. */
const longestEvery = 30 * day

export function createRegistry() {
  const kinds = new Map<string, RegisteredJob>()
  return {
    kinds,
    add<Payload extends z.ZodType, Context>(definition: JobDefinition<Payload, Context>, context: Context) {
      const { kind, steps, every, after = 0, weight = 'heavy', attempts = usualAttempts } = definition
      const { most, rate, footprint } = definition
      if (kinds.has(kind)) throw new Error(`The job kind ${kind} is declared twice`)
      if (every !== undefined && every > longestEvery) throw new Error(`The job kind ${kind} runs too seldom`)
      const run = (work: Work<string>) =>
        definition.run(context, { ...work, payload: fromJson(definition.payload, work.payload) })
      kinds.set(kind, {
        kind,
        steps,
        every,
        after,
        weight,
        attempts,
        most,
        rate,
        isFreeing: footprint === 'frees',
        run,
      })
    },
  }
}

export type Registry = ReturnType<typeof createRegistry>
