/**
 * Values by key, within a number and a total size. What was used least recently goes first; a value that is larger than
 * everything may be together is not kept. `onGone` hears of each value that leaves, for whatever reason.
 */
interface Limits<V> {
  most: number
  mostSize: number
  onGone?: (key: string, value: V) => void
}

export function createLru<V extends { size: number }>({ most, mostSize, onGone }: Limits<V>) {
  // A map remembers the order of insertion; to use a value is to insert it again.
  const kept = new Map<string, V>()
  let size = 0
  let newest: string | undefined

  function remove(key: string) {
    const value = kept.get(key)
    if (!value) return
    kept.delete(key)
    size -= value.size
    onGone?.(key, value)
  }

  function touch(key: string, value: V) {
    kept.delete(key)
    kept.set(key, value)
    newest = key
  }

  return {
    get(key: string): V | undefined {
      const value = kept.get(key)
      if (value && key !== newest) touch(key, value)
      return value
    },
    set(key: string, value: V) {
      remove(key)
      if (value.size > mostSize) return
      touch(key, value)
      size += value.size
      while (kept.size > most || size > mostSize) remove(kept.keys().next().value ?? '')
    },
    remove,
    clear: () => [...kept.keys()].forEach(remove),
    count: () => kept.size,
    size: () => size,
  }
}
