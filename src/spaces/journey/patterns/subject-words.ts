/** What a pattern is about, as it is said in a sentence: the names of a tree are made for a list. */
import type { PatternSubject } from './contract.ts'

/** Leaves and domains of the topic tree that are said otherwise than they are listed. */
const topicWords: Readonly<Record<string, string>> = {
  job: 'your job',
  workload: 'your workload',
  workplace: 'your workplace',
  career: 'your career',
  'job search': 'looking for a job',
  study: 'your studies',
  home: 'your home',
  relocation: 'moving house',
  legal: 'legal matters',
  partner: 'your partner',
  family: 'your family',
  parents: 'your parents',
  siblings: 'your siblings',
  'in-laws': 'your in-laws',
  friends: 'your friends',
  body: 'your body',
  health: 'your health',
  'mental health': 'your mental health',
  diagnosis: 'a diagnosis',
  screen: 'screens',
  self: 'how you see yourself',
  identity: 'who you are',
  lgbtq: 'being LGBTQ',
}

const plurals: ReadonlySet<string> = new Set([
  ...['your studies', 'your parents', 'your siblings', 'your in-laws', 'your friends', 'legal matters', 'screens'],
  ...['grandparents', 'babies', 'teenagers', 'exams', 'chores', 'pets', 'dreams', 'games', 'boundaries', 'habits'],
  'goals',
])

/** In the middle of a sentence. Own words are quoted. */
export function wordsOf({ kind, label }: PatternSubject): string {
  switch (kind) {
    case 'domain':
    case 'topic':
      return topicWords[label] ?? label
    case 'emotion':
      return label.endsWith('ing') ? label : `feeling ${label}`
    case 'affect':
    case 'family':
      return label
    case 'trap':
      return `the thinking trap “${label}”`
    case 'valence':
      return 'how pleasant a session is'
    case 'belief':
    case 'challenge':
    case 'insight':
    case 'action':
      return `“${label}”`
  }
}

/** Whether the verb stands in the plural. */
export const areMany = (subject: PatternSubject): boolean => subject.kind === 'affect' || plurals.has(wordsOf(subject))
