/**
 * Chance that follows from what it is about: the seed is a hash of the values, so the same person's record shuffles the
 * same way on every machine and in every run. A Weyl sequence with a mixing finish (Steele, Lea & Flood 2014), 32 bits.
 */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** Brings the values into another order, in place; every order is as likely (Fisher & Yates). */
  shuffle(values: Float64Array): void
}

export function chanceOf(values: Float64Array): Chance {
  let state = hashOf(values)
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  return {
    next,
    shuffle(list) {
      for (let i = list.length - 1; i > 0; i -= 1) {
        const j = Math.floor(next() * (i + 1))
        const kept = list[i] ?? 0
        list[i] = list[j] ?? 0
        list[j] = kept
      }
    },
  }
}

/** FNV-1a over the bytes of the values as doubles. */
function hashOf(values: Float64Array): number {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(values.slice().buffer)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
