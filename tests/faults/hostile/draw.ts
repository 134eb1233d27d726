/** What bad requests are drawn from. */
import { z } from 'zod'
import type { Chance } from '../../world/chance.ts'

export interface Draw {
  chance: Chance
  strings: readonly string[]
  /** Ids of things that exist. */
  ids: readonly string[]
  token: () => string
}

/** The names of an object's fields, if it is one. */
export const keysOf = (schema: z.ZodType | undefined) =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
