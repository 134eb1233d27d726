/** Longer each time, so that asking does not hold up what is waited for. */
const pauses = { first: 5, longest: 80 }

/** Asks again until `check` holds; throws after `within` milliseconds. */
export async function eventually<T>(read: () => Promise<T>, check: (value: T) => boolean, within = 30_000): Promise<T> {
  const until = performance.now() + within
  for (let wait = pauses.first; ; wait = Math.min(1.5 * wait, pauses.longest)) {
    const value = await read()
    if (check(value)) return value
    if (performance.now() > until)
      throw new Error(`It did not come true in ${within} ms; last seen: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}
