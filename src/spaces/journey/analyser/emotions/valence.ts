/** Tells how pleasant a text reads, from -1 to 1, out of all emotion hits, those below the threshold of a name too. */
import type { EmotionHit } from './emotions.ts'
import { classOf, emotionClasses } from './names.ts'

/** Keeps a text with a single weak hit near the middle. */
const damping = 1

export function measureValence(hits: readonly EmotionHit[]): number {
  let pleasant = 0
  let unpleasant = 0
  for (const hit of hits) {
    if (hit.negated) continue
    const effect = hit.weight * emotionClasses[classOf(hit.label)].pleasantness * shareOf(hit)
    if (effect > 0) pleasant += effect
    else unpleasant -= effect
  }
  const valence = (pleasant - unpleasant) / (pleasant + unpleasant + damping)
  return Math.round(valence * 1000) / 1000 + 0
}

/** What is expected or imagined, and what somebody else feels, says less about how pleasant things are. */
function shareOf({ tense, experiencer }: EmotionHit): number {
  const isHere = tense === 'now' || tense === 'past'
  return (isHere ? 1 : 0.6) * (experiencer === 'self' ? 1 : 0.7)
}
