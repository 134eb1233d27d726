/** Long lists in small pieces, so that neither memory nor the other work of the process suffers. */
import { setImmediate } from 'node:timers/promises'
import type { Reader } from '#core/db'

export interface Page {
  /** Ids after this one; empty for the first page. */
  after: string
  limit: number
}

/** Ids in the order of the alphabet. */
export type ListIds = (reader: Reader, page: Page) => Promise<readonly string[]>

const pageSize = 200

export async function* eachId(list: ListIds, reader: Reader, after: string): AsyncGenerator<string> {
  let last: string | undefined = after
  while (last !== undefined) {
    const ids = await list(reader, { after: last, limit: pageSize })
    yield* ids
    last = ids.length < pageSize ? undefined : ids.at(-1)
  }
}

/** Lists of at most `size`. */
export async function* inBatches(keys: AsyncIterable<string>, size: number): AsyncGenerator<string[]> {
  let batch: string[] = []
  for await (const key of keys) {
    batch.push(key)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const longestTurn = 20

/**
 * Lets others have their turn every twenty milliseconds: SQLite answers within the same turn, so that a long walk would
 * keep everybody else waiting. Throws when the signal is aborted.
 */
export async function* withPauses(keys: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<string> {
  let until = performance.now() + longestTurn
  for await (const key of keys) {
    yield key
    if (performance.now() < until) continue
    await setImmediate(undefined, { signal })
    until = performance.now() + longestTurn
  }
}
