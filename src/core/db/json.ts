/** JSON columns: the one way in and out. */
import type { z } from 'zod'

export const toJson = (value: unknown) => JSON.stringify(value)

/** Parses and checks a JSON column. Throws on text that this program did not write. */
export function fromJson<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  return schema.parse(JSON.parse(text))
}
