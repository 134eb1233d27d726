/** Logarithms of factorials and of binomial coefficients, for tables of any size. */

const kept: number[] = [0]
const mostKept = 20_000

/** Stirling's series beyond what is kept; there its error is below 1e-12 (Abramowitz & Stegun 6.1.41). */
function logFactorial(n: number): number {
  if (n > mostKept) return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n)
  for (let i = kept.length; i <= n; i += 1) kept.push((kept[i - 1] ?? 0) + Math.log(i))
  return kept[n] ?? 0
}

export const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)
