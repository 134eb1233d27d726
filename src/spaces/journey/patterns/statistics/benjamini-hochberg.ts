/**
 * What many tests at once leave of their p values (Benjamini & Hochberg 1995): the least share of false ones among all
 * that would have to be believed to believe this one. In the order given.
 */
export function adjust(ps: readonly number[]): number[] {
  const order = ps.map((p, place) => ({ p, place })).sort((a, b) => b.p - a.p)
  const adjusted = new Array<number>(ps.length).fill(1)
  let least = 1
  order.forEach(({ p, place }, i) => {
    least = Math.min(least, (p * ps.length) / (ps.length - i))
    adjusted[place] = least
  })
  return adjusted
}
