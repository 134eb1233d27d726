/**
 * A task that runs one at a time whenever it is woken, and again if it was woken meanwhile. The task answers whether
 * there is more to do at once. What it throws ends the current run and goes to `onError`; the next wake tries again.
 */
export function createLoop(task: () => Promise<boolean>, onError: (error: unknown) => void) {
  let isStopped = false
  let isWoken = false
  let isRunning = false
  let ended = Promise.resolve()

  async function run() {
    while (isWoken && !isStopped) {
      isWoken = false
      if (await task()) isWoken = true
    }
  }

  function wake() {
    isWoken = true
    if (isStopped || isRunning) return
    // Before the run begins, because its first lines may wake it again.
    isRunning = true
    ended = run()
      .catch((error: unknown) => {
        // Not at once again: a task that fails each time would keep the process busy.
        isWoken = false
        onError(error)
      })
      .finally(() => {
        isRunning = false
        // Whoever woke it between the last look and this line must not be forgotten.
        if (isWoken) wake()
      })
  }

  return {
    wake,
    /** No run starts after this; resolves when the current one has ended. */
    async stop() {
      isStopped = true
      await ended
    },
  }
}
