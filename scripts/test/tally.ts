/** How many tests passed, failed and were skipped. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
  /** A few lines for each that failed, to be told again at the end of a long run. */
  failures: readonly string[]
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }

/** One test that did or did not succeed. */
export function single(name: string, succeeded: boolean): Tally {
  return succeeded ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, failures: [name] }
}

export function sum(tallies: Tally[]) {
  return tallies.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped,
      failures: [...left.failures, ...right.failures],
    }),
    nothing,
  )
}

export function inWords({ passed, failed, skipped }: Omit<Tally, 'failures'>) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
