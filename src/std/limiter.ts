/** Lets at most `most` tasks run at once; the others wait in line. */
export function createLimiter(most: number) {
  const waiting: (() => void)[] = []
  let running = 0

  const free = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return async function limited<T>(task: () => Promise<T>): Promise<T> {
    if (running < most) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      free()
    }
  }
}
