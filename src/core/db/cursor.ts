/** Cursors of paged lists: the sort key of the last item, opaque to the client. */
import { z } from 'zod'
import { invalidRequest, Problem } from '#contract/problem'

/** Seals the sort key of the last item of a page. */
export function cursorOf(key: readonly (string | number)[]) {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Opens a cursor. Refuses (400) one that this list did not make. */
export function keyOf<S extends z.ZodType>(schema: S, cursor: string): z.output<S> {
  const parsed = schema.safeParse(openCursor(cursor))
  if (!parsed.success) throw new Problem(invalidRequest, 'This cursor is not of this list. Start at the first page.')
  return parsed.data
}

function openCursor(cursor: string): unknown {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8')
    // PostgreSQL cannot compare with the character U+0000, and no list of ours has it in its keys.
    return text.includes(String.raw`\u0000`) ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
