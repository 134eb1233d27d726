/**
 * A gate that many pass together. Who asks to be alone waits until nobody is inside, and keeps everybody out until it
 * is done; then the others go on in the order in which they came.
 */
export function createGate() {
  const inside = new Set<Promise<unknown>>()
  let door = Promise.resolve()

  return {
    async together<T>(task: () => Promise<T>): Promise<T> {
      for (let seen: typeof door | undefined; seen !== door; await seen) seen = door
      const run = task()
      inside.add(run)
      try {
        return await run
      } finally {
        inside.delete(run)
      }
    },
    async alone<T>(task: () => Promise<T>): Promise<T> {
      const before = door
      const { promise, resolve } = Promise.withResolvers<void>()
      door = promise
      await before
      await Promise.allSettled(inside)
      try {
        return await task()
      } finally {
        resolve()
      }
    },
  }
}
