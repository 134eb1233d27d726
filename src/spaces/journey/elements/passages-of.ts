/** Which sentences of a session an element was read from. */
interface Range {
  start: number
  end: number
}

/** The numbers of the sentences that the spans touch. Sentences are in order and never overlap. */
export function passagesOf(spans: readonly Range[], sentences: readonly Range[]): Set<number> {
  const numbers = new Set<number>()
  for (const span of spans) {
    for (let i = firstEndingAfter(sentences, span.start); (sentences[i]?.start ?? Infinity) < span.end; i += 1) {
      numbers.add(i)
    }
  }
  return numbers
}

/** By halving: a long session has thousands of sentences and as many spans. */
function firstEndingAfter(sentences: readonly Range[], offset: number) {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
