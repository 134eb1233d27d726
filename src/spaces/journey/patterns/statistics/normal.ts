/** The normal distribution, as far as tests and intervals need it. */

/** 97.5 % of a standard normal lies below: the half width of an interval of 95 %. */
export const z95 = 1.959963984540054

/**
 * The chance of a standard normal above `z`. Rational Chebyshev fit of the complementary error function with a relative
 * error below 1.2e-7 (Press et al., Numerical Recipes, 2nd ed., 6.2).
 */
export function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const tail = (t * Math.exp(-x * x + seriesIn(t))) / 2
  return z >= 0 ? tail : 1 - tail
}

const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
]

const seriesIn = (t: number) => coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0)

/** The chance of a standard normal as far from 0 as `z`, on either side. */
export const bothTails = (z: number) => Math.min(1, 2 * upperTail(Math.abs(z)))
