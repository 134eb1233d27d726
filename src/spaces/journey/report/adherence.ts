/** What became of what a person meant to do, in a span of days: from what was said, what was moved and what is due. */
import { z } from 'zod'
import type { Reader } from '#core/db'
import { fromJson } from '#std/json'
import { dayIn } from '#std/zoned-time'
import { isPast, localNow } from '../actions/local-clock.ts'
import { readSayings, type SayingRow } from '../actions/sayings.ts'
import type { ActionRow } from '../actions/schema.ts'
import { selectStandingMoves } from '../actions/standing-moves.ts'
import { Span } from '../elements/contract.ts'
import { spansOf } from '../elements/stored-elements.ts'
import { journeyTables } from '../schema.ts'
import { StepKind, type ReportAction, type ReportStep } from './contract.ts'
import type { Quoter, Reported } from './sources.ts'
import { stepsOf } from './steps.ts'

const most = { actions: 30, quotes: 3 }

interface Asked extends Reported {
  now: number
  /** In which the days of what was done by hand are told. */
  zone: string
}

/** In a report of certain sessions: the actions that were said there, in the words that were said there. */
export async function readAdherence(reader: Reader, asked: Asked, quote: Quoter) {
  const histories = await readHistories(reader, asked)
  const told = histories.flatMap((history) => tellAction(history, asked, quote)).toSorted(byFirstStep)
  const count = (kind: StepKind) => told.filter(({ steps }) => steps.some(({ what }) => what === kind)).length
  const counts = Object.fromEntries(StepKind.options.map((kind) => [kind, count(kind)]))
  return { adherence: Counts.parse(counts), actions: told.slice(-most.actions) }
}

const Counts = z.record(StepKind, z.int())

const byFirstStep = (a: ReportAction, b: ReportAction) =>
  (a.steps[0]?.day ?? '').localeCompare(b.steps[0]?.day ?? '') || a.label.localeCompare(b.label)

interface History {
  row: ActionRow
  sayings: readonly SayingRow[]
  moves: readonly MoveTold[]
}

async function readHistories(reader: Reader, { owner, only }: Asked): Promise<History[]> {
  const rows = await journeyTables(reader)
    .selectFrom('journey_actions')
    .selectAll()
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('is_shown', '=', 1)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const sayings = Map.groupBy(await readSayings(reader, ids), ({ action_id }) => action_id)
  const moves = Map.groupBy(await readMoves(reader, owner), ({ action_id }) => action_id)
  const isTold = (id: string | null) => only === undefined || id === null || only.has(id)
  const histories = rows.map((row) => ({
    row,
    sayings: (sayings.get(row.id) ?? []).filter(({ session_id }) => isTold(session_id)),
    moves: (moves.get(row.id) ?? []).filter(({ session_id }) => isTold(session_id)),
  }))
  return only === undefined ? histories : histories.filter((history) => history.sayings.length > 0)
}

const readMoves = (reader: Reader, owner: string) =>
  selectStandingMoves(reader)
    .select(['move.action_id', 'move.to_status', 'move.made_by', 'move.at', 'move.session_id', 'move.span'])
    .select('session.date')
    .where('move.owner', '=', owner)
    .execute()
type MoveTold = Awaited<ReturnType<typeof readMoves>>[number]

function tellAction(history: History, asked: Asked, quote: Quoter): ReportAction[] {
  const { row, sayings, moves } = history
  const within = ({ day }: { day: string }) => day >= asked.from && day <= asked.to
  const dated = moves.map((move) => ({ ...move, day: move.date ?? dayIn(move.at, asked.zone) }))
  const became = stepsOf(dated.map(({ to_status: toStatus, made_by: madeBy, day }) => ({ toStatus, madeBy, day })))
  const steps = [...meantOn(history, asked), ...became.filter(within), ...overdueSince(row, asked).filter(within)]
  if (steps.length === 0) return []
  const said = sayings.flatMap((saying) => quote(saying.session_id, spansOf(saying)[0]))
  const moved = dated.flatMap(({ session_id, span }) =>
    session_id === null || span === null ? [] : quote(session_id, fromJson(Span, span)),
  )
  return [
    {
      label: asked.only === undefined ? row.title : (sayings[0]?.label ?? row.title),
      steps: steps.toSorted((a, b) => a.day.localeCompare(b.day)),
      quotes: [...said.slice(0, 1), ...moved].slice(0, most.quotes),
    },
  ]
}

/** On the first day of the span on which it was said, or written down; wished, as long as nobody said yes to it. */
function meantOn({ row, sayings }: History, { from, to, zone }: Asked): ReportStep[] {
  const byHand = row.origin === 'person' ? [dayIn(row.created_at, zone)] : []
  const days = [...sayings.map(({ date }) => date), ...byHand].filter((day) => day >= from && day <= to)
  const [day] = days.sort()
  return day === undefined ? [] : [{ what: row.status === 'proposed' ? 'wished' : 'meant', day }]
}

function overdueSince(row: ActionRow, { now, zone }: Asked): ReportStep[] {
  const { due_day: day, due_time: time, status } = row
  const isOver = status === 'done' || status === 'dropped'
  return day !== null && !isOver && isPast({ day, time }, localNow(now, zone)) ? [{ what: 'overdue', day }] : []
}
