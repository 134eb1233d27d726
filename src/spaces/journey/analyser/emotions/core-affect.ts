/**
 * Level 0 of the emotion tree: how a feeling is before it has a name. Valence and arousal are the two axes of core
 * affect (Russell 1980); control is whether who feels it has the upper hand over what brought it about, as the halves of
 * the Geneva wheel (Scherer 2005). Fear counts as low control, as in appraisal theory, wherever a wheel has room for it.
 */
import type { CoreAffect } from '../findings.ts'
import { type EmotionFamily, type EmotionLabel, familyOf } from './names.ts'

type Valence = CoreAffect['valence']

const valences: Readonly<Record<EmotionFamily, Valence>> = {
  joy: 'pleasant',
  love: 'pleasant',
  gratitude: 'pleasant',
  pride: 'pleasant',
  calm: 'pleasant',
  interest: 'pleasant',
  sadness: 'unpleasant',
  fear: 'unpleasant',
  anger: 'unpleasant',
  shame: 'unpleasant',
  disgust: 'unpleasant',
  surprise: 'mixed',
}

/** Where a name differs from its family: longing is sweet and sore at once, and surprise itself is neither. */
const ownValences: Readonly<Partial<Record<EmotionLabel, Valence>>> = {
  nostalgic: 'mixed',
  wishful: 'mixed',
  shocked: 'unpleasant',
  confused: 'unpleasant',
  surprised: 'neutral',
  realizing: 'neutral',
}

const aroused = new Set<EmotionLabel>([
  ...(['amused', 'excited', 'proud', 'confident', 'hopeful', 'inspired', 'curious', 'wishful', 'happy'] as const),
  ...(['afraid', 'panicked', 'worried', 'anxious', 'stressed', 'overwhelmed'] as const),
  ...(['angry', 'resentful', 'betrayed', 'annoyed', 'frustrated', 'jealous', 'disapproving', 'disgusted'] as const),
  ...(['embarrassed', 'ashamed', 'surprised', 'shocked', 'confused'] as const),
])

const inControl = new Set<EmotionLabel>([
  ...(['happy', 'amused', 'excited', 'approving', 'proud', 'confident', 'satisfied'] as const),
  ...(['inspired', 'curious', 'realizing'] as const),
  ...(['angry', 'resentful', 'annoyed', 'frustrated', 'disapproving', 'disgusted'] as const),
])

export function valenceOfFamily(family: EmotionFamily): Valence {
  return valences[family]
}

export function coreAffectOf(label: EmotionLabel): CoreAffect {
  return {
    valence: ownValences[label] ?? valenceOfFamily(familyOf(label)),
    arousal: aroused.has(label) ? 'high' : 'low',
    control: inControl.has(label) ? 'high' : 'low',
  }
}
