/**
 * A task that runs one at a time whenever it is woken, and again if it was woken meanwhile. The task answers whether
 * there is more to do at once; it must handle its own failures, what it throws stops the current run only.
 */
export function createLoop(task: () => Promise<boolean>, onError: (error: unknown) => void = () => {}) {
  let isStopped = false
  let isWoken = false
  let running: Promise<void> | undefined

  async function run() {
    do {
      isWoken = false
      if (await task()) isWoken = true
    } while (isWoken && !isStopped)
  }

  return {
    wake() {
      isWoken = true
      if (isStopped || running) return
      running = run()
        .catch(onError)
        .finally(() => {
          running = undefined
        })
    },
    /** No run starts after this; resolves when the current one has ended. */
    async stop() {
      isStopped = true
      await running
    },
  }
}
