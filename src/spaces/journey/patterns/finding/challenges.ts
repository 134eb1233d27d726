/**
 * What stays in the way: challenges of one topic, or in the same words, over many sessions. Nothing is tested; it is
 * counted in how many sessions since the first they came up, with an interval, and badges say how it goes.
 */
import type { Pattern } from '../contract.ts'
import { dayNumber, type ReadElement, type ReadSession } from '../reading/record.ts'
import { sentences } from '../sentences.ts'
import { rateTrend } from '../statistics/rate-trend.ts'
import { wilson } from '../statistics/wilson.ts'
import { patternOf, pointsOf, quotesOf, rounded } from './drafting.ts'
import { countsOf, sharesOf, tracksOf, type Finder, type Reading, type Track } from './reading.ts'
import { believed } from './trends.ts'

const leastMentions = 4
const leastDays = 28
const leastSilence = 5
const leastForTrend = 20

export const challenges: Finder = {
  kind: 'challenge',
  wants: 6,
  find: (reading) =>
    tracksOf(reading.sessions, subjectsOf).flatMap((track) => {
      const mentions = [...track.bySession.keys()].sort((a, b) => a - b)
      const course = { track, mentions, first: mentions[0] ?? 0, last: mentions.at(-1) ?? 0 }
      const badges = badgesOf(reading, course)
      return badges.length > 0 ? [patternOfChallenge(reading, course, badges)] : []
    }),
}

/** Named by the topics of its sentences, because nobody says the same trouble twice in the same words. */
function subjectsOf(element: ReadElement, { elements }: ReadSession) {
  if (element.kind !== 'challenge') return []
  const here = new Set(element.passages)
  const topics = elements.filter(({ kind, passages }) => kind === 'topic' && passages.some((one) => here.has(one)))
  const labels = topics.length > 0 ? topics.map(({ label }) => label) : [element.label]
  return labels.map((label) => ({ kind: 'challenge' as const, label }))
}

interface Course {
  track: Track
  /** Numbers of the sessions in which it stands, rising. */
  mentions: readonly number[]
  first: number
  last: number
}

function badgesOf(reading: Reading, course: Course): string[] {
  const { mentions, first, last, track } = course
  const lasts = dayAt(reading, last) - dayAt(reading, first) >= leastDays
  if (mentions.length < leastMentions || !lasts) return []
  const standing = track.bySession.get(last)?.at(-1)?.traits.challenge?.standing ?? 'open'
  const isResolved = standing === 'resolved'
  const badges = {
    resolved: isResolved,
    easing: standing === 'easing' || (standing === 'open' && fades(reading, course)),
    persistent: staysThroughout(reading, course),
    returned: !isResolved && silenceBefore(course) >= leastSilence,
    answered: isAnswered(reading, track),
  }
  return Object.entries(badges).flatMap(([badge, holds]) => (holds ? [badge] : []))
}

/** Sessions without it before the last one that has it. */
const silenceBefore = ({ mentions, first, last }: Course) => last - (mentions.at(-2) ?? first) - 1

const dayAt = ({ days }: Reading, session: number) => days[session] ?? 0

/** It stands in each third of the sessions since the first. */
function staysThroughout({ sessions }: Reading, { mentions, first }: Course): boolean {
  const third = (sessions.length - first) / 3
  return new Set(mentions.map((i) => Math.floor((i - first) / third))).size === 3
}

function fades(reading: Reading, { track, first }: Course): boolean {
  const counts = countsOf(track, reading).slice(first)
  if (counts.length < leastForTrend) return false
  const { z, p } = rateTrend(counts)
  return z < 0 && p < believed
}

/** An action follows one of them up. */
function isAnswered({ links }: Reading, { bySession }: Track): boolean {
  const ids = new Set([...bySession.values()].flat().map(({ id }) => id))
  return links.some(({ type, target }) => type === 'FOLLOWS_UP' && ids.has(target))
}

function patternOfChallenge(reading: Reading, { track, mentions, first, last }: Course, badges: string[]): Pattern {
  const { sessions } = reading
  const since = sessions.length - first
  const { share, low, high } = wilson(mentions.length, since)
  const { label } = track.subject
  const sayings = [...track.bySession.values()].flat()
  const [from, to] = [sessions[first]?.day ?? '', sessions[last]?.day ?? '']
  const weeks = Math.round((dayNumber(to) - dayNumber(from)) / 7)
  return patternOf(reading, {
    kind: 'challenge',
    subjects: [track.subject],
    sentence: sentences.challenge({
      label,
      isTopic: !sayings.some((saying) => saying.label === label),
      mentions: mentions.length,
      since,
      weeks,
      badges,
    }),
    effect: {
      name: 'share with Wilson interval',
      per: 'session since it first came up',
      value: rounded(share),
      low: rounded(low),
      high: rounded(high),
    },
    n: mentions.length,
    counted: 'sessions',
    wouldChange: sentences.challengeWouldChange(badges),
    from,
    to,
    points: pointsOf(reading, sharesOf(track, reading)),
    evidence: quotesOf(reading, track),
    badges,
  })
}
