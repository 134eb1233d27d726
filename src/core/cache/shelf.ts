/** Where values lie: within their limits, and to be found by the tags they bear. */
import { createLru } from '#std/lru'

export interface Entry<T> {
  value: T
  tags: readonly string[]
  /** Bytes, about. */
  size: number
  /** Until then it is given as it is. */
  freshUntil: number
  /** Until then it is given while it is computed again. */
  staleUntil: number
  /** Until then it is given when computing it again fails. */
  rescueUntil: number
}

export interface Shelf<T> {
  get(key: string): Entry<T> | undefined
  put(key: string, entry: Entry<T>): void
  remove(key: string): void
  clear(): void
  keysOf(tag: string): readonly string[]
  count(): number
  /** Bytes, about. */
  size(): number
}

export function createShelf<T>({ mostEntries, mostBytes }: { mostEntries: number; mostBytes: number }): Shelf<T> {
  const keysByTag = new Map<string, Set<string>>()
  const lru = createLru<Entry<T>>({ most: mostEntries, mostSize: mostBytes, onGone: untag })

  function untag(key: string, { tags }: Entry<T>) {
    for (const tag of tags) {
      const keys = keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysByTag.delete(tag)
    }
  }

  return {
    ...lru,
    put(key, entry) {
      lru.set(key, entry)
      // What is too large was not kept.
      if (lru.get(key) !== entry) return
      for (const tag of entry.tags) keysByTag.set(tag, (keysByTag.get(tag) ?? new Set()).add(key))
    },
    keysOf: (tag) => [...(keysByTag.get(tag) ?? [])],
  }
}
