/** Values that follow from the record alone, kept until anything in it changes. */
import { createLru } from '#std/lru'
import type { Db } from './engine.ts'

/** Where it cannot be told for nothing whether something changed, every value is computed. */
export function keepUntilCommit<T>({ version }: Pick<Db, 'version'>, limits: { most: number; mostSize: number }) {
  const kept = createLru<{ value: T; size: number }>(limits)
  let keptAt: number | undefined
  return async (key: string, compute: () => Promise<T>): Promise<T> => {
    const before = version()
    if (before !== keptAt) kept.clear()
    keptAt = before
    const known = kept.get(key)
    if (known) return known.value
    const value = await compute()
    if (before !== undefined && before === version()) kept.set(key, { value, size: sizeOf(value) })
    return value
  }
}

/** In characters, for a text; anything else counts one. */
const sizeOf = (value: unknown) => (typeof value === 'string' ? value.length : 1)
