/** Scores of classifiers, as they are usually defined. */

export interface Judgement {
  readonly gold: ReadonlySet<string>
  readonly predicted: ReadonlySet<string>
}

/** F1 of one class over all judgements; 0 where nothing was right. */
export function scoreClass(judgements: readonly Judgement[], name: string): number {
  let right = 0
  let said = 0
  let expected = 0
  for (const { gold, predicted } of judgements) {
    if (predicted.has(name)) said += 1
    if (gold.has(name)) expected += 1
    if (gold.has(name) && predicted.has(name)) right += 1
  }
  return right === 0 ? 0 : (2 * right) / (said + expected)
}

export function macroF1(judgements: readonly Judgement[], names: readonly string[]): number {
  return names.reduce((sum, name) => sum + scoreClass(judgements, name), 0) / names.length
}

/** Area under the ROC curve: the chance that a positive scores above a negative, ties counted half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0
  for (const positive of positives) {
    for (const negative of negatives) wins += positive > negative ? 1 : positive === negative ? 0.5 : 0
  }
  return wins / (positives.length * negatives.length)
}

/** Share of items with a gold name among their first `count` ranked names. */
export function hitRate(
  items: readonly { gold: ReadonlySet<string>; ranked: readonly string[] }[],
  count: number,
): number {
  const hits = items.filter(({ gold, ranked }) => ranked.slice(0, count).some((name) => gold.has(name)))
  return hits.length / items.length
}
