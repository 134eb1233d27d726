/** When two elements are tied, and how strongly. A rule answers 0 where there is no tie. */
import type { Link, LinkableElement } from './linkable-element.ts'
import { contradicts, isLimiting, reframes } from './reframing.ts'
import { shareOf, type Shared } from './statement.ts'
import type { Read } from './word-index.ts'

export interface Rule {
  type: Link['type']
  /** The link begins at the earlier one. */
  runsWithTime: boolean
  target: LinkableElement['kind']
  /** 0 … 1, or more before it is cut. `one` is tied to `other`, which stands in the same session or an earlier one. */
  weigh(one: Read, other: Read): number
}

/** Sessions that an insight or an answer may lie after what it goes back to. */
const windows = { insight: 12, action: 30 }
/** What two statements about one topic have to share at least of the shorter one. */
const leastPart = 0.34
const nearPassages = 3

/** Two words in common, or one and the topic. */
const isSameSubject = (one: Read, other: Read, { weight, part }: Shared) =>
  weight >= 2 || (weight >= 1 && part >= leastPart && sharesTopic(one, other))

const sharesTopic = ({ element: one }: Read, { element: other }: Read) =>
  one.topics.some((topic) => other.topics.includes(topic))

const strengthOf = (one: Read, other: Read, { part }: Shared) => 0.8 * part + (sharesTopic(one, other) ? 0.2 : 0)

/** From an insight to the next one on the same subject. */
export const leadsTo: Rule = {
  type: 'LEADS_TO',
  runsWithTime: true,
  target: 'insight',
  weigh(one, other) {
    if (other.order >= one.order || one.session - other.session > windows.insight) return 0
    if (one.statement.plain === other.statement.plain) return 0
    const shared = shareOf(one.statement, other.statement)
    return isSameSubject(one, other, shared) ? strengthOf(one, other, shared) : 0
  },
}

/** What became clear, or a belief that is doubted by now, against a belief that held somebody back. */
export const revises: Rule = {
  type: 'REVISES',
  runsWithTime: false,
  target: 'belief',
  weigh(one, other) {
    if (other.order >= one.order || !holdsBack(other)) return 0
    const shared = shareOf(one.statement, other.statement)
    if (one.element.kind === 'belief') return weighDoubt(one, other, shared)
    if (reframes(one.statement, other.statement, shared)) return 0.3 + 0.7 * strengthOf(one, other, shared)
    const isReframe = one.element.sort === 'reframe'
    const isNamed = shared.weight >= 1 || (one.session === other.session && sharesTopic(one, other))
    return isReframe && isNamed ? 0.2 + 0.7 * strengthOf(one, other, shared) : 0
  },
}

function holdsBack({ element: { stance, standing }, statement }: Read) {
  return standing !== 'revised' && (stance === undefined ? isLimiting(statement) : stance === 'limiting')
}

/** A belief revises another one only where the text calls it questioned or revised, or it says the contrary. */
function weighDoubt(one: Read, other: Read, shared: Shared) {
  const { standing, stance } = one.element
  const isDoubted = (standing === 'questioned' || standing === 'revised') && shared.part >= 0.5
  const isContrary = stance === 'supporting' && shared.weight >= 1 && contradicts(one.statement, other.statement)
  return isDoubted || isContrary ? 0.2 + 0.7 * strengthOf(one, other, shared) : 0
}

/** What somebody means to do about what is in the way. */
export const followsUp: Rule = {
  type: 'FOLLOWS_UP',
  runsWithTime: false,
  target: 'challenge',
  weigh(one, other) {
    const ago = one.session - other.session
    if (ago > windows.action) return 0
    const shared = shareOf(one.statement, other.statement)
    const strength = strengthOf(one, other, shared)
    if (ago > 0) return isSameSubject(one, other, shared) ? strength : 0
    const apart = passagesBetween(other, one)
    if (apart === 0) return 0.5 + 0.5 * strength
    const isAnswer = sharesTopic(one, other) && apart > 0 && apart <= nearPassages
    return shared.weight >= 1 || isAnswer ? 0.2 + 0.8 * strength : 0
  },
}

/** How many passages `one` comes after `other`; 0 where they meet, below 0 where it comes before. */
function passagesBetween({ element: other }: Read, { element: one }: Read) {
  if (one.passages.some((passage) => other.passages.includes(passage))) return 0
  return Math.min(...one.passages) - Math.min(...other.passages)
}
