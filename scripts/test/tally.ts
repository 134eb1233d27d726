/** How many tests passed, failed and were skipped. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

/** One test that did or did not succeed. */
export function single(succeeded: boolean): Tally {
  return succeeded ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
}

export function sum(tallies: Tally[]) {
  return tallies.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped,
    }),
    nothing,
  )
}

export function inWords({ passed, failed, skipped }: Tally) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
