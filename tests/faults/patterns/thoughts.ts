/**
 * Made-up people whose words show thinking traps, so many in a thousand words. Their sessions grow from a note to pages,
 * which is what makes a rate look like a trend where none is.
 */
import {
  dayOf,
  type PersonRecord,
  type ReadElement,
  type ReadSession,
} from '../../../src/spaces/journey/patterns/reading/record.ts'
import { createChance, type Chance } from '../../world/chance.ts'

interface Thinker {
  sessions: number
  seed: number
  /** Traps in a thousand words, by the place of a session from 0 to 1. */
  rate(place: number): number
}

const shortest = 50
const longest = 800
const firstDay = 20_000

export function makeThinker({ sessions, seed, rate }: Thinker): PersonRecord {
  const chance = createChance(seed)
  const made = Array.from({ length: sessions }, (_, i): ReadSession => {
    const place = i / Math.max(1, sessions - 1)
    const words = Math.round((shortest + (longest - shortest) * place) * (0.5 + chance.next()))
    const traps = countOf((words / 1000) * rate(place), chance)
    return {
      id: idOf(i, 0),
      day: dayOf(firstDay + 3 * i),
      title: '',
      valence: 0,
      passages: words,
      paragraphs: [],
      words,
      elements: Array.from({ length: traps }, (_, place) => makeThought(idOf(i, place + 1), place)),
    }
  })
  return { sessions: made, actions: [], links: [], today: dayOf(firstDay + 3 * sessions) }
}

/** A count with this mean (Poisson), by Knuth's product of chances. */
function countOf(mean: number, { next }: Chance): number {
  const bound = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > bound; product *= next()) count += 1
  return count
}

const makeThought = (id: string, passage: number): ReadElement => ({
  id,
  kind: 'belief',
  key: id,
  label: id,
  traits: {
    belief: {
      about: 'self',
      form: 'core',
      stance: 'limiting',
      strength: 'plain',
      standing: 'held',
      traps: ['overgeneralising'],
    },
  },
  passages: [passage],
  places: [],
})

const idOf = (session: number, element: number) =>
  `00000000-0000-7000-8000-${(session * 1000 + element).toString(16).padStart(12, '0')}`
