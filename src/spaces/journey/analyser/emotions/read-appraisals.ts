/** Reads what happened to whoever tells of it. What is asked, imagined or wished did not happen. */
import { type Sentence, toSpan } from '../text/sentence.ts'
import { appraisals } from './appraisals.ts'
import type { EmotionHit } from './emotions.ts'

const imagined =
  /\b(?:if|whether|unless|would|could|might|may|imagine|dreamt|dreamed|hope|hoping|wish|afraid|fear|until|read|film|movie|book|news|novel|story)\b/u

/** At most one hit of each feeling, that of the first pattern that fits. */
export function readAppraisals(sentence: Sentence): EmotionHit[] {
  if (sentence.isQuestion) return []
  const hits = new Map<string, EmotionHit>()
  for (const { label, weight, pattern, glance } of appraisals) {
    if (hits.has(label) || !glance(sentence.normal)) continue
    const match = sentence.normal.match(pattern)
    if (match?.index === undefined || imagined.test(sentence.normal.slice(0, match.index))) continue
    const place = sentence.locate(match.index, match.index + match[0].length)
    if (!place) continue
    const span = toSpan(sentence, place)
    hits.set(label, { label, weight, experiencer: 'self', negated: false, isEvent: true, tense: 'past', span })
  }
  return [...hits.values()]
}
