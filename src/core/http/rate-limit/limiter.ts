/**
 * A budget per key that refills evenly (the generic cell rate algorithm): all that is kept of a key is the moment when
 * its budget will be whole again. A key that was idle for a window may spend all of it at once.
 */

export interface Budget {
  name: string
  /** Requests in a window. */
  quota: number
  /** Milliseconds. */
  window: number
}

export interface Grant {
  isGranted: boolean
  /** Requests that are left. */
  left: number
  /** Milliseconds: until the budget is whole again, or, when it is spent, until there is one request more. */
  wait: number
}

export interface Limiter {
  take(key: string, budget: Budget): Grant
}

/** Some 2 MB. Beyond it the key that was idle longest is forgotten, which only gives its budget back. */
const mostKeys = 20_000
/** What dividing a window by a quota may leave over. */
const rounding = 1e-6

export function createLimiter(now: () => number): Limiter {
  /** The key that was used last stands last. */
  const wholeAt = new Map<string, number>()
  return {
    take(key, { quota, window }) {
      const at = now()
      const cost = window / quota
      // A clock that was set back must not shut anybody out for longer than a window.
      const owed = Math.min(Math.max((wholeAt.get(key) ?? at) - at, 0), window)
      const free = (window - owed) / cost + rounding
      const isGranted = free >= 1
      const owes = isGranted ? owed + cost : owed
      wholeAt.delete(key)
      wholeAt.set(key, at + owes)
      if (wholeAt.size > mostKeys) forgetFirst(wholeAt)
      return { isGranted, left: isGranted ? Math.floor(free - 1) : 0, wait: isGranted ? owes : owed + cost - window }
    },
  }
}

function forgetFirst(map: Map<string, unknown>) {
  for (const key of map.keys()) return map.delete(key)
}
