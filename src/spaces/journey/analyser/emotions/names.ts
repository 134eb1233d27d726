/**
 * The emotion tree and how it answers to GoEmotions. Every label belongs to one family and to one GoEmotions class, every class to
 * one Ekman emotion: the tables are total both ways. The class grouping is the one published with GoEmotions
 * (Demszky et al. 2020).
 */
import type { Ekman } from '../findings.ts'

/** What a class says about pleasantness, and how much evidence in a passage it takes to name it. */
interface ClassFacts {
  readonly ekman: Ekman
  /** The label of an entry that names none. */
  readonly label: EmotionLabel
  readonly pleasantness: number
  readonly threshold: number
}

export const emotionFamilies = [
  'joy',
  'love',
  'gratitude',
  'pride',
  'calm',
  'interest',
  'sadness',
  'fear',
  'anger',
  'shame',
  'disgust',
  'surprise',
] as const

export type EmotionFamily = (typeof emotionFamilies)[number]

const labels = {
  happy: ['joy', 'joy'],
  amused: ['joy', 'amusement'],
  excited: ['joy', 'excitement'],
  approving: ['joy', 'approval'],
  loving: ['love', 'love'],
  caring: ['love', 'caring'],
  admiring: ['love', 'admiration'],
  nostalgic: ['love', 'desire'],
  grateful: ['gratitude', 'gratitude'],
  proud: ['pride', 'pride'],
  confident: ['pride', 'optimism'],
  satisfied: ['pride', 'joy'],
  calm: ['calm', 'joy'],
  content: ['calm', 'joy'],
  relieved: ['calm', 'relief'],
  hopeful: ['interest', 'optimism'],
  inspired: ['interest', 'admiration'],
  curious: ['interest', 'curiosity'],
  wishful: ['interest', 'desire'],
  sad: ['sadness', 'sadness'],
  lonely: ['sadness', 'sadness'],
  hurt: ['sadness', 'sadness'],
  hopeless: ['sadness', 'sadness'],
  depressed: ['sadness', 'sadness'],
  homesick: ['sadness', 'sadness'],
  numb: ['sadness', 'sadness'],
  exhausted: ['sadness', 'sadness'],
  grieving: ['sadness', 'grief'],
  disappointed: ['sadness', 'disappointment'],
  bored: ['sadness', 'disappointment'],
  afraid: ['fear', 'fear'],
  panicked: ['fear', 'fear'],
  worried: ['fear', 'nervousness'],
  anxious: ['fear', 'nervousness'],
  stressed: ['fear', 'nervousness'],
  overwhelmed: ['fear', 'nervousness'],
  insecure: ['fear', 'nervousness'],
  angry: ['anger', 'anger'],
  resentful: ['anger', 'anger'],
  betrayed: ['anger', 'anger'],
  annoyed: ['anger', 'annoyance'],
  frustrated: ['anger', 'annoyance'],
  jealous: ['anger', 'annoyance'],
  disapproving: ['anger', 'disapproval'],
  ashamed: ['shame', 'embarrassment'],
  embarrassed: ['shame', 'embarrassment'],
  awkward: ['shame', 'embarrassment'],
  guilty: ['shame', 'remorse'],
  sorry: ['shame', 'remorse'],
  disgusted: ['disgust', 'disgust'],
  surprised: ['surprise', 'surprise'],
  shocked: ['surprise', 'surprise'],
  confused: ['surprise', 'confusion'],
  realizing: ['surprise', 'realization'],
} as const satisfies Record<string, readonly [EmotionFamily, string]>

export type EmotionLabel = keyof typeof labels
export type EmotionClass = (typeof labels)[EmotionLabel][1]

export const emotionClasses: Readonly<Record<EmotionClass, ClassFacts>> = {
  admiration: { ekman: 'joy', label: 'admiring', pleasantness: 0.8, threshold: 0.45 },
  amusement: { ekman: 'joy', label: 'amused', pleasantness: 0.7, threshold: 0.6 },
  approval: { ekman: 'joy', label: 'approving', pleasantness: 0.3, threshold: 0.3 },
  caring: { ekman: 'joy', label: 'caring', pleasantness: 0.3, threshold: 0.45 },
  desire: { ekman: 'joy', label: 'wishful', pleasantness: 0, threshold: 0.8 },
  excitement: { ekman: 'joy', label: 'excited', pleasantness: 0.9, threshold: 0.45 },
  gratitude: { ekman: 'joy', label: 'grateful', pleasantness: 0.9, threshold: 0.8 },
  joy: { ekman: 'joy', label: 'happy', pleasantness: 1, threshold: 0.75 },
  love: { ekman: 'joy', label: 'loving', pleasantness: 0.9, threshold: 0.4 },
  optimism: { ekman: 'joy', label: 'hopeful', pleasantness: 0.5, threshold: 0.6 },
  pride: { ekman: 'joy', label: 'proud', pleasantness: 1, threshold: 0.7 },
  relief: { ekman: 'joy', label: 'relieved', pleasantness: 0.6, threshold: 0.5 },
  anger: { ekman: 'anger', label: 'angry', pleasantness: -1, threshold: 0.4 },
  annoyance: { ekman: 'anger', label: 'annoyed', pleasantness: -0.9, threshold: 0.4 },
  disapproval: { ekman: 'anger', label: 'disapproving', pleasantness: -0.5, threshold: 0.35 },
  disgust: { ekman: 'disgust', label: 'disgusted', pleasantness: -0.9, threshold: 0.45 },
  fear: { ekman: 'fear', label: 'afraid', pleasantness: -1, threshold: 0.65 },
  nervousness: { ekman: 'fear', label: 'anxious', pleasantness: -0.9, threshold: 0.8 },
  disappointment: { ekman: 'sadness', label: 'disappointed', pleasantness: -0.9, threshold: 0.35 },
  embarrassment: { ekman: 'sadness', label: 'embarrassed', pleasantness: -0.8, threshold: 0.65 },
  grief: { ekman: 'sadness', label: 'grieving', pleasantness: -1, threshold: 0.6 },
  remorse: { ekman: 'sadness', label: 'sorry', pleasantness: -0.7, threshold: 0.65 },
  sadness: { ekman: 'sadness', label: 'sad', pleasantness: -1, threshold: 0.6 },
  confusion: { ekman: 'surprise', label: 'confused', pleasantness: -0.4, threshold: 0.45 },
  curiosity: { ekman: 'surprise', label: 'curious', pleasantness: 0.1, threshold: 0.45 },
  realization: { ekman: 'surprise', label: 'realizing', pleasantness: 0, threshold: 0.5 },
  surprise: { ekman: 'surprise', label: 'surprised', pleasantness: 0, threshold: 0.5 },
}

/**
 * How much joint evidence a passage needs before it shows an Ekman emotion at all. Below it, classes are not named;
 * above it, the strongest class is named even when no class alone passes its own threshold.
 */
export const ekmanThresholds: Readonly<Record<Ekman, number>> = {
  joy: 0.4,
  sadness: 0.6,
  anger: 0.35,
  fear: 0.65,
  disgust: 0.45,
  surprise: 0.5,
}

/** What a negated mention of a class is evidence for, and how strong: "not happy" is sad, "not bad" is approving. */
export const negatedClasses: Readonly<Partial<Record<EmotionClass, readonly [EmotionClass, number]>>> = {
  joy: ['sadness', 0.6],
  admiration: ['disapproval', 0.7],
  approval: ['disapproval', 0.7],
  love: ['disapproval', 0.4],
  optimism: ['disappointment', 0.5],
  gratitude: ['annoyance', 0.4],
  pride: ['disappointment', 0.5],
  relief: ['nervousness', 0.5],
  excitement: ['disappointment', 0.6],
  amusement: ['annoyance', 0.6],
  caring: ['disapproval', 0.3],
  desire: ['disapproval', 0.4],
  disapproval: ['approval', 0.5],
  nervousness: ['relief', 0.4],
}

const familyNames: ReadonlySet<string> = new Set(emotionFamilies)

export function isEmotionFamily(name: string): name is EmotionFamily {
  return familyNames.has(name)
}

export function isEmotionLabel(name: string): name is EmotionLabel {
  return Object.hasOwn(labels, name)
}

export function isEmotionClass(name: string): name is EmotionClass {
  return Object.hasOwn(emotionClasses, name)
}

export const emotionLabels: readonly EmotionLabel[] = Object.keys(labels).filter(isEmotionLabel)

export function familyOf(label: EmotionLabel): EmotionFamily {
  return labels[label][0]
}

export function classOf(label: EmotionLabel): EmotionClass {
  return labels[label][1]
}
