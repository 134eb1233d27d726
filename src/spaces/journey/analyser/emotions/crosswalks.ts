/**
 * What other systems call the feelings of the tree. Every label has a name in every system, the closest one first, and
 * every name of a system is said of some label: total both ways. Ekman and GoEmotions follow from the class of a label.
 *
 * Sources: Plutchik 1980 (eight primaries in three intensities), the Geneva wheel with twenty families (Scherer et al.
 * 2013), Lemotif (Li and Parikh 2020), EmpatheticDialogues (Rashkin et al. 2019).
 */
import type { EmotionSystem } from '../findings.ts'
import { classOf, emotionClasses, emotionLabels, type EmotionLabel, familyOf } from './names.ts'

/** A primary of Plutchik with its mild, plain and strong form. */
export const plutchikPrimaries = {
  joy: ['serenity', 'joy', 'ecstasy'],
  trust: ['acceptance', 'trust', 'admiration'],
  fear: ['apprehension', 'fear', 'terror'],
  surprise: ['distraction', 'surprise', 'amazement'],
  sadness: ['pensiveness', 'sadness', 'grief'],
  disgust: ['boredom', 'disgust', 'loathing'],
  anger: ['annoyance', 'anger', 'rage'],
  anticipation: ['interest', 'anticipation', 'vigilance'],
} as const

const geneva = [
  ...(['interest', 'amusement', 'pride', 'joy', 'pleasure', 'contentment', 'love', 'admiration', 'relief'] as const),
  ...(['compassion', 'sadness', 'guilt', 'regret', 'shame', 'disappointment', 'fear', 'disgust'] as const),
  ...(['contempt', 'hate', 'anger'] as const),
] as const

const lemotif = [
  ...(['afraid', 'angry', 'anxious', 'ashamed', 'awkward', 'bored', 'calm', 'confused', 'disgusted'] as const),
  ...(['excited', 'frustrated', 'happy', 'jealous', 'nostalgic', 'proud', 'sad', 'satisfied', 'surprised'] as const),
] as const

const empatheticDialogues = [
  ...(['afraid', 'angry', 'annoyed', 'anticipating', 'anxious', 'apprehensive', 'ashamed', 'caring'] as const),
  ...(['confident', 'content', 'devastated', 'disappointed', 'disgusted', 'embarrassed', 'excited'] as const),
  ...(['faithful', 'furious', 'grateful', 'guilty', 'hopeful', 'impressed', 'jealous', 'joyful', 'lonely'] as const),
  ...(['nostalgic', 'prepared', 'proud', 'sad', 'sentimental', 'surprised', 'terrified', 'trusting'] as const),
] as const

type Plutchik = (typeof plutchikPrimaries)[keyof typeof plutchikPrimaries][number]
type Geneva = (typeof geneva)[number]
type Lemotif = (typeof lemotif)[number]
type EmpatheticDialogues = (typeof empatheticDialogues)[number]

type Names = readonly [
  plutchik: readonly Plutchik[],
  geneva: readonly Geneva[],
  lemotif: readonly Lemotif[],
  empatheticDialogues: readonly EmpatheticDialogues[],
]

const names: Readonly<Record<EmotionLabel, Names>> = {
  happy: [['joy'], ['joy', 'pleasure'], ['happy', 'satisfied'], ['joyful']],
  amused: [['joy'], ['amusement'], ['happy'], ['joyful']],
  excited: [['ecstasy', 'anticipation'], ['joy'], ['excited', 'happy'], ['excited']],
  approving: [['acceptance'], ['admiration'], ['happy', 'satisfied'], ['impressed']],
  loving: [['trust', 'joy'], ['love'], ['happy', 'satisfied'], ['caring', 'faithful', 'trusting']],
  caring: [['trust'], ['compassion'], ['happy', 'satisfied'], ['caring']],
  admiring: [['admiration'], ['admiration'], ['happy', 'satisfied'], ['impressed']],
  nostalgic: [['joy', 'pensiveness'], ['love', 'regret'], ['nostalgic'], ['nostalgic', 'sentimental']],
  grateful: [['trust', 'joy'], ['admiration'], ['happy', 'satisfied'], ['grateful']],
  proud: [['joy'], ['pride'], ['proud', 'satisfied'], ['proud']],
  confident: [['trust', 'anticipation'], ['pride'], ['proud'], ['confident', 'prepared']],
  satisfied: [['serenity'], ['pleasure', 'contentment'], ['satisfied', 'happy'], ['content']],
  calm: [['serenity'], ['contentment'], ['calm', 'satisfied'], ['content']],
  content: [['serenity'], ['contentment'], ['calm', 'satisfied', 'happy'], ['content']],
  relieved: [['serenity'], ['relief'], ['calm', 'satisfied'], ['content']],
  hopeful: [['anticipation', 'trust'], ['interest'], ['satisfied', 'happy'], ['hopeful', 'anticipating']],
  inspired: [['admiration', 'anticipation'], ['admiration', 'interest'], ['excited'], ['impressed']],
  curious: [['interest'], ['interest'], ['excited'], ['anticipating']],
  wishful: [['anticipation'], ['interest'], ['happy'], ['hopeful']],
  sad: [['sadness'], ['sadness'], ['sad'], ['sad']],
  lonely: [['sadness'], ['sadness'], ['sad'], ['lonely']],
  hurt: [['sadness'], ['sadness'], ['sad'], ['sad']],
  hopeless: [['grief'], ['sadness'], ['sad'], ['devastated']],
  depressed: [['grief'], ['sadness'], ['sad'], ['devastated', 'sad']],
  homesick: [['pensiveness'], ['sadness'], ['sad', 'nostalgic'], ['lonely', 'nostalgic']],
  numb: [['pensiveness'], ['sadness'], ['sad'], ['sad']],
  exhausted: [['pensiveness'], ['sadness'], ['frustrated'], ['sad']],
  grieving: [['grief'], ['sadness'], ['sad'], ['devastated']],
  disappointed: [['sadness', 'surprise'], ['disappointment'], ['frustrated'], ['disappointed']],
  bored: [['boredom'], ['disappointment'], ['bored'], ['disappointed']],
  afraid: [['fear'], ['fear'], ['afraid'], ['afraid']],
  panicked: [['terror'], ['fear'], ['afraid'], ['terrified']],
  worried: [['apprehension'], ['fear'], ['anxious'], ['apprehensive']],
  anxious: [['apprehension', 'vigilance'], ['fear'], ['anxious'], ['anxious']],
  stressed: [['fear'], ['fear'], ['anxious', 'frustrated'], ['anxious']],
  overwhelmed: [['fear', 'amazement'], ['fear'], ['anxious', 'frustrated'], ['anxious']],
  insecure: [['apprehension'], ['fear'], ['anxious', 'awkward', 'ashamed'], ['apprehensive']],
  angry: [
    ['anger', 'rage'],
    ['anger', 'hate'],
    ['angry', 'frustrated'],
    ['angry', 'furious'],
  ],
  resentful: [['anger', 'loathing'], ['hate'], ['angry'], ['angry']],
  betrayed: [['rage', 'sadness'], ['anger'], ['angry'], ['furious']],
  annoyed: [['annoyance'], ['anger'], ['frustrated'], ['annoyed']],
  frustrated: [['annoyance'], ['anger'], ['frustrated'], ['annoyed']],
  jealous: [['anger', 'fear'], ['anger'], ['jealous'], ['jealous']],
  disapproving: [['annoyance', 'disgust'], ['contempt'], ['frustrated'], ['annoyed']],
  ashamed: [['sadness', 'disgust'], ['shame'], ['ashamed'], ['ashamed']],
  embarrassed: [['apprehension'], ['shame'], ['ashamed', 'awkward'], ['embarrassed']],
  awkward: [['apprehension'], ['shame'], ['awkward'], ['embarrassed']],
  guilty: [['sadness', 'disgust'], ['guilt'], ['ashamed'], ['guilty']],
  sorry: [['pensiveness'], ['regret'], ['sad'], ['guilty']],
  disgusted: [['disgust', 'loathing'], ['disgust'], ['disgusted'], ['disgusted']],
  surprised: [['surprise', 'amazement'], ['interest'], ['surprised'], ['surprised']],
  shocked: [['amazement'], ['fear'], ['surprised'], ['surprised']],
  confused: [['distraction'], ['fear'], ['confused'], ['apprehensive']],
  realizing: [['surprise'], ['interest'], ['surprised'], ['surprised']],
}

interface Crosswalk {
  /** All names of the system, in its own order. */
  readonly names: readonly string[]
  /** The names of a label, closest first; never empty. */
  namesOf(label: EmotionLabel): readonly string[]
}

export const crosswalks: Readonly<Record<EmotionSystem, Crosswalk>> = {
  ekman: {
    names: [...new Set(Object.values(emotionClasses).map(({ ekman }) => ekman))],
    namesOf: (label) => [emotionClasses[classOf(label)].ekman],
  },
  goemotions: { names: Object.keys(emotionClasses), namesOf: (label) => [classOf(label)] },
  plutchik: { names: Object.values(plutchikPrimaries).flat(), namesOf: (label) => names[label][0] },
  geneva: { names: geneva, namesOf: (label) => names[label][1] },
  lemotif: { names: lemotif, namesOf: (label) => names[label][2] },
  'empathetic-dialogues': { names: empatheticDialogues, namesOf: (label) => names[label][3] },
}

/** The labels that a name of a system may mean: closest first, of equals those of the family that bears the name. */
export function labelsOf(system: EmotionSystem, name: string): EmotionLabel[] {
  const { namesOf } = crosswalks[system]
  const distanceOf = (label: EmotionLabel) => namesOf(label).indexOf(name) + (familyOf(label) === name ? 0 : 0.5)
  return emotionLabels
    .filter((label) => namesOf(label).includes(name))
    .sort((left, right) => distanceOf(left) - distanceOf(right))
}
