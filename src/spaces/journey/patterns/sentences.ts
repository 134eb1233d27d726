/**
 * What patterns say, in one place: plain, short, exact, kind. Counted in sessions and sentences, never in percentages of
 * a person; "often followed by", never "causes". Each has a second sentence that says what would change it.
 */
import type { PatternSubject } from './contract.ts'
import { areMany, wordsOf } from './subject-words.ts'

interface Named {
  subject: PatternSubject
}

export const sentences = {
  valenceTrend: ({ rises, n }: { rises: boolean; n: number }) =>
    rises ? `Your ${n} sessions become more pleasant with time.` : `Your ${n} sessions become heavier with time.`,
  trend({ subject, rises, inEarly, early, inLater, later }: Named & Halves) {
    const course = rises
      ? `${comesUp(subject)} more and more`
      : `${wordsOf(subject)} ${areMany(subject) ? 'ease' : 'eases'}`
    return `${atBeginning(course)}: in ${inLater} of the last ${later} sessions, in ${inEarly} of the ${early} before.`
  },
  trendWouldChange: (more: number | null) =>
    more === null
      ? 'Only a long stretch of sessions like the early ones would make this unclear.'
      : `${inWords(more)} more ${plural(more, 'session')} like the early ones would make this unclear.`,

  together: ({ topic, second, both, one, expected }: Together) =>
    `When you speak of ${wordsOf(topic)}, ${wordsOf(second)} ${isOrAre(second)} often there: in ${both} of ${one} passages, where ${aboutHowMany(expected)} would be chance.`,
  togetherWouldChange: ({ topic, second }: { topic: PatternSubject; second: PatternSubject }) =>
    `More passages about ${wordsOf(topic)} without ${wordsOf(second)} would make this weaker.`,

  pleasantnessWith: ({ topic, n, others, isLighter }: { topic: PatternSubject; n: number; others: number } & Lighter) =>
    `Your ${n} sessions that speak of ${wordsOf(topic)} are ${isLighter ? 'more pleasant' : 'heavier'} than the ${others} others.`,
  pleasantnessWithWouldChange: ({ topic, isLighter }: { topic: PatternSubject } & Lighter) =>
    `A few ${isLighter ? 'heavy' : 'pleasant'} sessions about ${wordsOf(topic)} would make this unclear.`,

  valenceTurn({ rises, day, topic }: { rises: boolean; day: string; topic: string | null }) {
    const after = topic === null ? '' : `, and ${comesUp(topicOf(topic))} more often`
    return `From about ${inDate(day)} on your sessions are ${rises ? 'more pleasant' : 'heavier'} than before${after}.`
  },
  turn: ({ subject, rises, day }: Named & { rises: boolean; day: string }) =>
    `From about ${inDate(day)} on ${comesUp(subject)} ${rises ? 'more' : 'less'} than before.`,
  turnWouldChange: ({ since }: { since: number }) =>
    `As many sessions as since then (${since}) at the level of before would make it a passing phase.`,

  returns: ({ subject, silent, day }: Named & { silent: number; day: string }) =>
    `${atBeginning(wordsOf(subject))} came back on ${inDate(day)} after ${silent} sessions of silence, longer than its own rhythm explains.`,
  returnsWouldChange: (subject: PatternSubject) =>
    `If ${comesUp(subject)} evenly from now on, the silence will look like chance.`,
  weekday({ subject, weekday, more }: Named & { weekday: number; more: boolean }) {
    const day = weekdayNames[weekday] ?? ''
    if (subject.kind === 'valence')
      return `Your sessions of a ${day} are ${more ? 'more pleasant' : 'heavier'} than others.`
    return `${atBeginning(comesUp(subject))} ${more ? 'more' : 'less'} on a ${day} than on other days.`
  },
  weekdayWouldChange: (weekday: number) =>
    `A few sessions of a ${weekdayNames[weekday] ?? ''} like those of other days would make this unclear.`,

  streak: ({ subject, length, inBefore, before }: Named & Streak) =>
    `${atBeginning(wordsOf(subject))} came up in each of your last ${length} sessions, in ${inBefore} of the ${before} before.`,
  streakWouldChange: (subject: PatternSubject) => `One session without ${wordsOf(subject)} ends it.`,

  followed: ({ first, second, followed, firsts }: Followed) =>
    `${atBeginning(wordsOf(first))} ${isOrAre(first)} often followed by ${wordsOf(second)} in the next session: ${followed} of ${firsts} times.`,
  followedWouldChange: ({ first, second }: { first: PatternSubject; second: PatternSubject }) =>
    `A few sessions with ${wordsOf(first)} and none of ${wordsOf(second)} after them would make this unclear.`,

  saidAgain: ({ label, said }: { label: string; said: number }) =>
    `You said “${label}” in ${said} sessions, and have not told of a first step yet.`,
  saidAgainWouldChange: 'One session that tells of a first step, or a move of it under Actions.',
  outcome({ n, done, days, dropped }: Outcome & { dropped: number }) {
    const left = dropped === 0 ? '' : `, and let ${dropped} go`
    return `Of ${n} things that you decided on, you did ${done === 0 ? 'none' : done}${within({ done, days })}${left}.`
  },
  outcomeWouldChange: (open: number) =>
    open === 0
      ? 'What you decide on from now on, and what becomes of it.'
      : `${inWords(open)} of them ${open === 1 ? 'is' : 'are'} open; each counts as soon as it is done, or marked as done under Actions.`,
  outcomeDiffers: ({ phrase, n, done, days, others }: Outcome & { phrase: string; others: Omit<Outcome, 'days'> }) =>
    `Of ${n} things ${phrase}, you did ${done === 0 ? 'none' : done}${within({ done, days })}; of ${others.n} others, ${others.done === 0 ? 'none' : others.done}.`,
  outcomeDiffersWouldChange: 'A few that end as the others do would make this unclear.',

  challenge({ label, isTopic, mentions, since, weeks, badges }: Challenge) {
    const often = `in ${mentions} of ${since} sessions over ${weeks} ${plural(weeks, 'week')}`
    const about = wordsOf(topicOf(label))
    const was = isTopic ? `What was hard about ${about}` : `“${label}”`
    const is = isTopic ? `What is hard about ${about}` : `“${label}”`
    if (badges.includes('resolved')) return `${was} came up ${often}, and you called it solved.`
    if (badges.includes('easing')) return `${is} eases; it came up ${often}.`
    if (badges.includes('returned')) return `${is} is back after a pause; it came up ${often}.`
    return isTopic ? `Something about ${about} stays hard: it came up ${often}.` : `${is} stays: it came up ${often}.`
  },

  challengeWouldChange: (badges: readonly string[]) =>
    badges.includes('resolved')
      ? 'If it comes up again, it is open again.'
      : 'Some sessions without it, or one that calls it solved.',

  beliefDrift: ({ label, rises }: { label: string; rises: boolean }) =>
    label === 'absolute words'
      ? `Words such as “always” and “never” become ${rises ? 'more' : 'fewer'} in what you hold true.`
      : `What you hold true about yourself and others ${rises ? 'limits you more' : 'limits you less'} with time.`,
  trapDrift: ({ rises, early, later }: { rises: boolean; early: number; later: number }) =>
    `Words that show thinking traps become ${rises ? 'more' : 'fewer'}: ${inTenths(later)} in 1,000 words of the later half of your sessions, ${inTenths(early)} of the earlier half.`,
  beliefDriftWouldChange: 'Sessions that speak as the early ones did.',
  beliefTurned({ label, from, to, isRevised, insight }: BeliefTurned) {
    const now = isRevised ? 'left it behind' : 'began to doubt it'
    const by = insight === undefined ? '' : `, with the insight “${insight}”`
    return `You held “${label}” on ${inDate(from)} and ${now} on ${inDate(to)}${by}.`
  },
  beliefTurnedWouldChange: 'A later session that holds it true again.',

  forecast({ label, value, low, high, usual, month }: ForecastTold) {
    const of = Math.max(usual, 1)
    const range = `${Math.floor(low * of)} to ${Math.ceil(high * of)}`
    return `If things go on as they went, ${comesUp(topicOf(label))} in about ${Math.round(value * of)} of ${of} sessions in ${inMonth(month)} (${range}).`
  },
  forecastWouldChange: (tries: number) =>
    `It was tried on ${tries} months that have passed; a month unlike those before it would change it.`,

  cascade: ({ first, last, steps }: { first: string; last: string; steps: number }) =>
    `One insight led to another: from “${first}” to “${last}” in ${steps} steps.`,
  cascadeWouldChange: 'Rejecting one of these insights breaks the chain there.',
}

/** How firmly something was said, on the ladder of motivational interviewing (Miller & Rollnick 2013). */
export const gradeWords: Readonly<Record<string, string>> = {
  desire: 'you wished for',
  ability: 'you said you could do',
  reason: 'you gave reasons for',
  need: 'you said you need to do',
  commitment: 'you said you will do',
  activation: 'you said you are ready for',
  'taking-steps': 'you had begun already',
}

interface Outcome {
  n: number
  done: number
  /** Of those that were done, half took no longer. */
  days: number
}

function within({ done, days }: Omit<Outcome, 'n'>) {
  if (done < 2) return ''
  const most = Math.ceil(days)
  return most === 0 ? ', half of them on the same day' : `, half of them within ${most} ${plural(most, 'day')}`
}

interface Halves {
  rises: boolean
  inEarly: number
  early: number
  inLater: number
  later: number
}
interface Together {
  topic: PatternSubject
  second: PatternSubject
  both: number
  one: number
  expected: number
}
interface Lighter {
  isLighter: boolean
}
interface Streak {
  length: number
  /** In how many of the sessions before it came up, and how many those are. */
  inBefore: number
  before: number
}
interface Followed {
  first: PatternSubject
  second: PatternSubject
  followed: number
  firsts: number
}
interface Challenge {
  label: string
  /** Otherwise the label is the challenge as it was named. */
  isTopic: boolean
  mentions: number
  since: number
  weeks: number
  badges: readonly string[]
}
interface BeliefTurned {
  label: string
  from: string
  to: string
  isRevised: boolean
  insight: string | undefined
}
interface ForecastTold {
  label: string
  value: number
  low: number
  high: number
  usual: number
  /** `YYYY-MM`. */
  month: string
}

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const atBeginning = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const topicOf = (label: string): PatternSubject => ({ kind: 'topic', label })

const comesUp = (subject: PatternSubject) => `${wordsOf(subject)} ${areMany(subject) ? 'come' : 'comes'} up`
const isOrAre = (subject: PatternSubject) => (areMany(subject) ? 'are' : 'is')

const plural = (n: number, noun: string) => (n === 1 ? noun : `${noun}s`)

const numbers = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]
const inWords = (n: number) => numbers[n] ?? String(n)

const inTenths = (value: number) => value.toFixed(1)

const aboutHowMany = (expected: number) => (expected < 1 ? 'less than one' : `about ${Math.round(expected)}`)

const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const inDate = (day: string) => dateFormat.format(new Date(day))
const inMonth = (month: string) => monthFormat.format(new Date(`${month}-01`))
