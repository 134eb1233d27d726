/** What is planted, and what of the patterns counts as having found it. */
import type { Pattern } from '../../../src/spaces/journey/patterns/contract.ts'
import type { Truth } from './people.ts'

export interface Plant {
  name: string
  truth: Truth
  eyes?: 'author'
  /** Sessions, with the least share of people of whom it must be found; none where it is only told. */
  sizes: readonly { sessions: number; floor?: number }[]
  found(patterns: readonly Pattern[]): boolean
}

const plain: Truth = {
  entries: () => 2,
  heavy: () => 0.4,
  work: 0.12,
  workHurts: 0.4,
  sport: () => 0.1,
  done: () => 0.5,
}

const has = (patterns: readonly Pattern[], kind: Pattern['kind'], ...labels: readonly string[]) =>
  patterns.some(
    (pattern) => pattern.kind === kind && labels.every((label) => pattern.subjects.some((one) => one.label === label)),
  )

export const isOfValence = ({ subjects }: Pattern) => subjects[0]?.kind === 'valence'

const aboutValence = (patterns: readonly Pattern[], kind: Pattern['kind']) =>
  patterns.some((pattern) => pattern.kind === kind && isOfValence(pattern))

/** Nothing changes, and nothing hangs together but that some days are heavy. */
export const nothing: Truth = { ...plain, workHurts: 0 }

/** Nothing changes, but that sessions grow from one entry to four. */
export const onlyLonger: Truth = { ...nothing, entries: ({ place }) => 1 + Math.floor(3.999 * place) }

/** As in diaries, of which one entry in seven is heavy. */
const hurtByWork: Truth = { ...plain, heavy: () => 0.15, work: 0.3, workHurts: 0.7 }

const findsHurt = (patterns: readonly Pattern[]) =>
  has(patterns, 'co-occurrence', 'work', 'anger') ||
  has(patterns, 'co-occurrence', 'work', 'fear') ||
  has(patterns, 'co-occurrence', 'work', 'unpleasant feelings') ||
  patterns.some(
    ({ kind, subjects: [topic, mood], effect }) =>
      kind === 'co-occurrence' && topic?.label === 'work' && mood?.kind === 'valence' && effect.value < 0,
  )

export const plants: readonly Plant[] = [
  {
    name: 'a share of heavy entries that falls from 0.7 to 0.1',
    truth: { ...plain, heavy: ({ place }) => 0.7 - 0.6 * place },
    sizes: [{ sessions: 20 }, { sessions: 40, floor: 0.63 }, { sessions: 80, floor: 0.88 }],
    found: (patterns) => aboutValence(patterns, 'trend'),
  },
  {
    name: 'a step from 0.1 to 0.6 in the middle',
    truth: { ...plain, heavy: ({ place }) => (place < 0.5 ? 0.1 : 0.6) },
    sizes: [{ sessions: 20 }, { sessions: 40, floor: 0.8 }, { sessions: 80, floor: 0.97 }],
    found: (patterns) => aboutValence(patterns, 'turning-point'),
  },
  {
    name: 'work that comes with frustration or anxiety 7 times of 10, as the author would say',
    truth: hurtByWork,
    eyes: 'author',
    sizes: [
      { sessions: 20, floor: 0.4 },
      { sessions: 40, floor: 0.85 },
    ],
    found: findsHurt,
  },
  {
    name: 'the same, as the analyser sees it',
    truth: hurtByWork,
    sizes: [
      { sessions: 40, floor: 0.3 },
      { sessions: 80, floor: 0.7 },
    ],
    found: findsHurt,
  },
  {
    name: 'sport from 1 entry in 20 to 8 in 20',
    truth: { ...plain, sport: ({ place }) => 0.05 + 0.35 * place },
    sizes: [{ sessions: 40 }, { sessions: 80 }],
    found: (patterns) => has(patterns, 'trend', 'sport'),
  },
  {
    name: 'sport in 1 entry of 20, from the middle on in 8 of 20',
    truth: { ...plain, sport: ({ place }) => (place < 0.5 ? 0.05 : 0.4) },
    sizes: [{ sessions: 40 }, { sessions: 80 }],
    found: (patterns) => has(patterns, 'turning-point', 'sport'),
  },
  {
    name: 'sport that is silent for the middle half',
    truth: { ...plain, sport: ({ place }) => (place < 0.25 || place > 0.75 ? 0.6 : 0) },
    sizes: [{ sessions: 40 }, { sessions: 80 }],
    found: (patterns) => has(patterns, 'recurrence', 'sport'),
  },
  {
    name: 'Mondays of which 8 entries of 10 are heavy, others 3',
    truth: { ...plain, heavy: ({ weekday }) => (weekday === 1 ? 0.8 : 0.3) },
    sizes: [{ sessions: 40 }, { sessions: 80 }],
    found: (patterns) => aboutValence(patterns, 'recurrence'),
  },
  {
    name: 'sport in 7 entries of 10 after a session about work, else in 1',
    truth: { ...plain, work: 0.25, sport: ({ before }) => (before.has('work') ? 0.7 : 0.1) },
    sizes: [{ sessions: 40 }, { sessions: 80 }],
    found: (patterns) => has(patterns, 'link', 'work', 'sport'),
  },
  {
    name: 'what is decided on about work is done 1 time of 10, all else 7 times',
    truth: { ...plain, done: (topic) => (topic === 'work' ? 0.1 : 0.7) },
    sizes: [{ sessions: 20 }, { sessions: 40, floor: 0.8 }, { sessions: 80, floor: 0.98 }],
    found: (patterns) => has(patterns, 'follow-through', 'work'),
  },
]
