/** The job kinds that this process can run. */
import type { z } from 'zod'
import { fromJson } from '#core/db'
import type { JobDefinition, Work } from './definition.ts'

/** A kind with its context and payload type folded in. */
export interface RegisteredJob {
  kind: string
  steps: readonly string[]
  attempts: number
  every: number | undefined
  run(work: Work<string>): Promise<void>
}

const usualAttempts = 5

export function createRegistry() {
  const kinds = new Map<string, RegisteredJob>()
  return {
    kinds,
    add<Payload extends z.ZodType, Context>(definition: JobDefinition<Payload, Context>, context: Context) {
      const { kind, steps, every, attempts = usualAttempts } = definition
      if (kinds.has(kind)) throw new Error(`The job kind ${kind} is declared twice`)
      const run = (work: Work<string>) =>
        definition.run(context, { ...work, payload: fromJson(definition.payload, work.payload) })
      kinds.set(kind, { kind, steps, every, attempts, run })
    },
  }
}

export type Registry = ReturnType<typeof createRegistry>
