/** What a made-up person decides on, an intention a session, each done or not as the truth says. */
import { dayOf, type ReadAction } from '../../../src/spaces/journey/patterns/reading/record.ts'
import { createChance } from '../../world/chance.ts'

const topics = ['work', 'work', 'home', 'friends', 'health']
const grades = ['need', 'commitment', 'activation']
/** Long enough ago that all of them are asked about, in days. */
const age = 400

/** How likely something that was decided on is done, by its topic. */
export interface Adherence {
  done(topic: string): number
}

interface Deciding {
  count: number
  seed: number
  /** Days since 1970. */
  today: number
}

export function makeIntentions({ done }: Adherence, { count, seed, today }: Deciding): ReadAction[] {
  const chance = createChance(seed)
  return Array.from({ length: count }, (_, i) => {
    const topic = chance.pick(topics)
    const isDone = chance.happens(done(topic))
    const since = today - age + i
    return {
      id: `00000000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`,
      title: `${topic} ${i}`,
      status: isDone ? 'done' : 'open',
      since: dayOf(since),
      endedOn: isDone ? dayOf(since + chance.between(0, 20)) : null,
      ending: null,
      isDecided: true,
      hasBegun: isDone,
      isSingle: true,
      grade: chance.pick(grades),
      topic,
      due: null,
      elements: [],
    }
  })
}
