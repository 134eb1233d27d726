/**
 * Made-up people of whom the truth is known. Entries, each about one topic and with one or two feelings, are the
 * paragraphs of a session. Of that an analyser sees what ours sees of diaries (docs/measurements.md): how pleasant an
 * entry is with an AUC of 0.94, its topic eight times of ten, its feelings every second time, and now and then something
 * that is not there.
 */
import {
  dayOf,
  type PersonRecord,
  type ReadElement,
  type ReadSession,
} from '../../../src/spaces/journey/patterns/reading/record.ts'
import { createChance, type Chance } from '../../world/chance.ts'
import { makeIntentions, type Adherence } from './intentions.ts'

/** What is true of a person, as chances by the place of a session from 0 to 1, its weekday, and the session before. */
export interface Truth extends Adherence {
  /** How many entries a session has. */
  entries(when: When): number
  /** That an entry is heavy. */
  heavy(when: When): number
  /** That an entry is about work. */
  work: number
  /** That an entry about work comes with frustration or anxiety whatever the day is like. */
  workHurts: number
  /** That an entry is about sport. */
  sport(when: When): number
}

export interface When {
  place: number
  /** 0 is Sunday. */
  weekday: number
  /** What the session before was about. */
  before: ReadonlySet<string>
}

const topics = ['family', 'friends', 'health', 'sleep', 'food', 'study', 'money', 'leisure', 'partner']
const heavyFamilies = ['sadness', 'fear', 'anger', 'shame', 'disgust']
const lightFamilies = ['joy', 'love', 'gratitude', 'pride', 'calm', 'interest']

const wordsInSentence = 14
const lettersInSentence = 80

/** Intentions have a chance of their own, so that they change nothing else of a person. */
const apart = 50_000

/** Two normals so far apart have an AUC of 0.944. */
const distance = 2.25
const spread = 0.22
/** What an analyser sees of an entry, and what its author would say of it. */
const sights = {
  analyser: { topic: 0.82, topicAgain: 0.6, feeling: 0.5, falseTopic: 0.15, falseFeeling: 0.15 },
  author: { topic: 1, topicAgain: 1, feeling: 1, falseTopic: 0, falseFeeling: 0 },
}

export interface Person {
  sessions: number
  seed: number
  /** Whose eyes the record is made with; the analyser's unless told. */
  eyes?: keyof typeof sights
}

export function makePerson(truth: Truth, { sessions, seed, eyes = 'analyser' }: Person): PersonRecord {
  const chance = createChance(seed)
  const made: ReadSession[] = []
  let day = 20_000
  let before: ReadonlySet<string> = new Set()
  for (let i = 0; i < sessions; i += 1) {
    day += chance.between(1, 4)
    const place = sessions === 1 ? 0 : i / (sessions - 1)
    const when = { place, weekday: (day + 4) % 7, before }
    const entries = Array.from({ length: truth.entries(when) }, () => makeEntry(truth, when, chance))
    made.push(makeSession(entries, { day, number: i, chance, seen: sights[eyes] }))
    before = new Set(entries.map(({ topic }) => topic))
  }
  const actions = makeIntentions(truth, { count: sessions, seed: seed + apart, today: day })
  return { sessions: made, actions, links: [], today: dayOf(day) }
}

interface Entry {
  topic: string
  isHeavy: boolean
  families: string[]
  sentences: number
}

function makeEntry(truth: Truth, when: When, chance: Chance): Entry {
  const topic = pickTopic(truth, when, chance)
  const hurts = topic === 'work' && chance.happens(truth.workHurts)
  const isHeavy = hurts || chance.happens(truth.heavy(when))
  const own = chance.pick(isHeavy ? heavyFamilies : lightFamilies)
  const first = hurts ? chance.pick(['anger', 'fear']) : own
  const second = chance.happens(0.4) ? [chance.pick(isHeavy ? heavyFamilies : lightFamilies)] : []
  return { topic, isHeavy, families: [...new Set([first, ...second])], sentences: chance.between(1, 2) }
}

function pickTopic(truth: Truth, when: When, chance: Chance) {
  if (chance.happens(truth.work)) return 'work'
  return chance.happens(truth.sport(when)) ? 'sport' : chance.pick(topics)
}

interface Making {
  day: number
  number: number
  chance: Chance
  seen: (typeof sights)['analyser']
}

function makeSession(entries: readonly Entry[], { day, number, chance, seen }: Making): ReadSession {
  const found: Found[] = []
  let sentence = 0
  for (const entry of entries) {
    const own = Array.from({ length: entry.sentences }, (_, i) => sentence + i)
    sentence += entry.sentences
    found.push(...look(entry, own, { chance, seen }))
  }
  const valence = entries.reduce((sum, entry) => sum + valenceOf(entry, chance), 0) / entries.length
  return {
    id: idOf(number, 0),
    day: dayOf(day),
    title: '',
    valence,
    passages: sentence,
    paragraphs: entries.flatMap(({ sentences }, i) => Array.from({ length: sentences }, () => i)),
    words: sentence * wordsInSentence,
    elements: merge(found).map((one, i) => makeElement(one, idOf(number, i + 1))),
  }
}

function look(entry: Entry, own: readonly number[], { chance, seen }: Pick<Making, 'chance' | 'seen'>): Found[] {
  const again = own.filter((_, i) => i === 0 || chance.happens(seen.topicAgain))
  const wrong = chance.pick([...heavyFamilies, ...lightFamilies])
  return [
    ...(chance.happens(seen.topic) ? [topicFound(entry.topic, again)] : []),
    ...(chance.happens(seen.falseTopic) ? [topicFound(chance.pick(topics), [chance.pick(own)])] : []),
    ...entry.families.flatMap((family) =>
      chance.happens(seen.feeling) ? [feelingFound(family, [chance.pick(own)])] : [],
    ),
    ...(chance.happens(seen.falseFeeling) ? [feelingFound(wrong, [chance.pick(own)])] : []),
  ]
}

const topicFound = (label: string, passages: number[]): Found => ({ kind: 'topic', label, passages })
const feelingFound = (label: string, passages: number[]): Found => ({ kind: 'emotion', label, passages })

const valenceOf = ({ isHeavy }: Entry, chance: Chance) =>
  Math.max(-1, Math.min(1, spread * ((isHeavy ? -0.5 : 0.5) * distance + normal(chance))))

/** Box & Muller 1958. */
const normal = ({ next }: Chance) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

interface Found {
  kind: 'topic' | 'emotion'
  label: string
  passages: number[]
}

const merge = (found: readonly Found[]): Found[] =>
  [...Map.groupBy(found, ({ kind, label }) => `${kind} ${label}`).values()].flatMap((list) =>
    list.slice(0, 1).map(({ kind, label }) => ({
      kind,
      label,
      passages: [...new Set(list.flatMap(({ passages }) => passages))].sort((a, b) => a - b),
    })),
  )

const makeElement = ({ kind, label, passages }: Found, id: string): ReadElement => ({
  id,
  kind,
  key: label,
  label,
  traits: kind === 'emotion' ? { family: label } : { domain: label },
  passages,
  places: passages.map((passage) => placeOf(passage, kind, label)),
})

/** Topics and feelings are read from words of their own. */
function placeOf(passage: number, kind: Found['kind'], quote: string) {
  const start = passage * lettersInSentence + (kind === 'emotion' ? lettersInSentence / 2 : 0)
  return { start, end: start + quote.length, quote, passage }
}

const idOf = (session: number, element: number) =>
  `00000000-0000-7000-8000-${(session * 1000 + element).toString(16).padStart(12, '0')}`
