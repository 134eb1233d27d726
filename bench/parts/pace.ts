/** Work begun at even moments, whether or not what was begun before has ended: a slow server is not spared. */
export async function atPace(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  begin: (number: number) => Promise<unknown>,
) {
  const begun: Promise<unknown>[] = []
  const started = performance.now()
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const wait = started + (number * 1000) / perSecond - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const work = begin(number)
    // It is looked at when all have begun.
    work.catch(() => {})
    begun.push(work)
  }
  await Promise.all(begun)
}
