/**
 * How much of what was decided on was done. Asked of what could be done once and for all, is old enough and is not due
 * later: by what is known before it ends, so that quick ends weigh no more than slow ones. Topics and grades of
 * commitment are told where they differ from the rest by Fisher's exact test, adjusted for all of them.
 */
import type { Pattern, PatternEvidence, PatternSubject } from '../contract.ts'
import { dayNumber, type ReadAction } from '../reading/record.ts'
import { gradeWords, sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { fisherEither } from '../statistics/fisher.ts'
import { median } from '../statistics/ranks.ts'
import { wilson } from '../statistics/wilson.ts'
import { patternOf, quote, quoteSpan, rounded, spread } from './drafting.ts'
import type { PlacedElement, Reading } from './reading.ts'
import { believed } from './trends.ts'

/** In days. */
const leastAge = 14
const leastActions = 6

type Sayings = ReadonlyMap<string, PlacedElement>

export function outcomes(reading: Reading, sayings: Sayings): Pattern[] {
  const asked = reading.actions.filter((action) => isRipe(action, reading.today))
  if (asked.length < leastActions) return []
  return [outcomeOfAll(reading, asked, sayings), ...outcomesThatDiffer(reading, asked, sayings)]
}

function isRipe({ isDecided, isSingle, since, due }: ReadAction, today: number): boolean {
  const isOld = today - dayNumber(since) >= leastAge
  return isDecided && isSingle && isOld && (due === null || dayNumber(due) < today)
}

function outcomeOfAll(reading: Reading, asked: readonly ReadAction[], sayings: Sayings): Pattern {
  const open = asked.filter(({ endedOn }) => endedOn === null).length
  const dropped = asked.filter(({ status }) => status === 'dropped').length
  return patternOf(reading, {
    ...figuresOf(asked, sayings),
    subjects: [{ kind: 'action', label: 'everything decided on' }],
    sentence: sentences.outcome({ ...outcomeOf(asked), dropped }),
    wouldChange: sentences.outcomeWouldChange(open),
  })
}

interface Group {
  subject: PatternSubject
  /** Follows "of eight things". */
  phrase: string
  actions: readonly ReadAction[]
}

function outcomesThatDiffer(reading: Reading, asked: readonly ReadAction[], sayings: Sayings): Pattern[] {
  const isEnough = ({ actions: { length } }: Group) => length >= leastActions && asked.length - length >= leastActions
  const groups = [...byTopic(asked), ...byGrade(asked)].filter(isEnough)
  const [all, other] = [asked.length, countDone(asked)]
  const ps = groups.map(({ actions }) => fisherEither({ all, one: actions.length, other, both: countDone(actions) }))
  const adjusted = adjust(ps)
  return groups.flatMap((group, i) => {
    const [p = 1, q = 1] = [ps[i], adjusted[i]]
    return q < believed ? [outcomeOfGroup(reading, { group, asked, sayings }, { p, q })] : []
  })
}

function byTopic(asked: readonly ReadAction[]): Group[] {
  const groups = Map.groupBy(asked, ({ topic }) => topic?.toLowerCase())
  return [...groups].flatMap(([name, actions]) => {
    const label = actions[0]?.topic ?? ''
    return name === undefined ? [] : [{ subject: { kind: 'topic', label }, phrase: `about ${label}`, actions }]
  })
}

function byGrade(asked: readonly ReadAction[]): Group[] {
  return [...Map.groupBy(asked, ({ grade }) => grade)].flatMap(([grade, actions]) => {
    const words = grade === null ? undefined : gradeWords[grade]
    if (words === undefined) return []
    return [{ subject: { kind: 'action', label: `what ${words}` }, phrase: `that ${words}`, actions }]
  })
}

interface Differing {
  group: Group
  asked: readonly ReadAction[]
  sayings: Sayings
}

function outcomeOfGroup(reading: Reading, { group, asked, sayings }: Differing, sure: { p: number; q: number }) {
  const { subject, phrase, actions } = group
  const own = outcomeOf(actions)
  const others = { n: asked.length - own.n, done: countDone(asked) - own.done }
  return patternOf(reading, {
    ...figuresOf(actions, sayings),
    ...sure,
    subjects: [subject],
    sentence: sentences.outcomeDiffers({ ...own, phrase, others }),
    wouldChange: sentences.outcomeDiffersWouldChange,
    badges: [own.done / own.n > others.done / others.n ? 'done more often' : 'done less often'],
  })
}

const isDone = ({ status }: ReadAction) => status === 'done'
const countDone = (actions: readonly ReadAction[]) => actions.filter(isDone).length

/** `days` is the median of what was done; a session can tell of a day before the first word of it. */
function outcomeOf(actions: readonly ReadAction[]) {
  const done = actions.filter(isDone)
  const days = done.map(({ since, endedOn }) => Math.max(0, dayNumber(endedOn ?? since) - dayNumber(since)))
  return { n: actions.length, done: done.length, days: median(days) }
}

function figuresOf(actions: readonly ReadAction[], sayings: Sayings) {
  const { share, low, high } = wilson(countDone(actions), actions.length)
  const days = actions.flatMap(({ since, endedOn }) => [since, endedOn ?? since]).sort()
  return {
    kind: 'follow-through',
    effect: {
      name: 'share with Wilson interval',
      per: `thing decided on at least ${leastAge} days ago`,
      value: rounded(share),
      low: rounded(low),
      high: rounded(high),
    },
    n: actions.length,
    counted: 'actions',
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    evidence: spread(actions.flatMap((action) => quotesOfAction(action, sayings))),
  } as const
}

/** The first words that say it, and those that tell of its end. */
function quotesOfAction(action: ReadAction, sayings: Sayings): PatternEvidence[] {
  const [first] = action.elements.flatMap((id) => sayings.get(id) ?? [])
  const said = first ? quote(first.session, first.element, first.element.places[0]?.passage) : []
  const { ending, endedOn } = action
  if (!ending || endedOn === null) return said
  return [...said, quoteSpan(ending.span, { sessionId: ending.sessionId, day: endedOn, elementId: null })]
}
