/** Replies in the form in which the engines must agree. */
import { z } from 'zod'
import type { Exchange } from './side.ts'

const Found = z.object({
  title: z.array(z.object({ text: z.string() })),
  excerpt: z.array(z.unknown()),
  id: z.string(),
})
const FoundPage = z.object({ items: z.array(z.looseObject(Found.shape)), next: z.string().nullable() })

/** Replies as text. Whether what has just been asked for has begun yet says nothing. */
export const compared = (replies: readonly Exchange[]) =>
  JSON.stringify(replies.map(comparable))
    .replaceAll('"state":"analysing"', '"state":"waiting"')
    .replaceAll('"state":"running"', '"state":"queued"')

/** What waited begins as soon as its kind is resumed, so how much of it still waits says nothing. */
const Resumed = z.object({ kind: z.string(), queued: z.int(), paused: z.null() })

/**
 * Each engine ranks by a score of its own and cuts excerpts in its own way, so of a search the set of what was found
 * counts: neither its order, nor the excerpts, nor which words are marked.
 */
function comparable({ status, body }: Exchange): unknown {
  const resumed = Resumed.safeParse(body)
  if (resumed.success) return { status, body: { kind: resumed.data.kind, paused: null } }
  const page = FoundPage.safeParse(body)
  if (!page.success || page.data.items.length === 0) return { status, body }
  const items = page.data.items.map(({ title, excerpt: _, ...hit }) => ({
    ...hit,
    title: title.map(({ text }) => text).join(''),
  }))
  return { status, body: { items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)), isMore: page.data.next !== null } }
}
