/** Rows of actions as what patterns are read from. Runs in the thread: the days of a zone take time to reckon. */
import { z } from 'zod'
import { fromJson } from '#std/json'
import { dayIn } from '#std/zoned-time'
import { ActionStatus } from '../../actions/contract.ts'
import { Span } from '../../elements/contract.ts'
import type { ReadAction } from './record.ts'

const ActionColumns = z.object({
  id: z.string(),
  title: z.string(),
  status: ActionStatus,
  grade: z.string().nullable(),
  polarity: z.string(),
  recurrence: z.string().nullable(),
  topic: z.string().nullable(),
  due_day: z.string().nullable(),
  origin: z.string(),
  created_at: z.number(),
})
/** With the day of its session. */
const SayingColumns = z.object({ action_id: z.string(), element_id: z.string(), date: z.string() })
/** With the session that tells of it while that is there. */
const MoveColumns = z.object({
  action_id: z.string(),
  from_status: ActionStatus,
  to_status: ActionStatus,
  at: z.number(),
  session_id: z.string().nullable(),
  date: z.string().nullable(),
  span: z.string().nullable(),
})
type MoveColumns = z.infer<typeof MoveColumns>

/** Some actions with all that was said of them and all moves that stand, sayings and moves oldest first. */
export const ActionPage = z.object({
  actions: z.array(ActionColumns),
  sayings: z.array(SayingColumns),
  moves: z.array(MoveColumns),
})
export type ActionPage = z.infer<typeof ActionPage>

export function readActionRows(page: ActionPage, zone: string): ReadAction[] {
  const sayings = Map.groupBy(page.sayings, ({ action_id }) => action_id)
  const moves = Map.groupBy(page.moves, ({ action_id }) => action_id)
  return page.actions.map((row) => {
    const [said, moved] = [sayings.get(row.id) ?? [], moves.get(row.id) ?? []]
    const { id, title, status, grade, topic } = row
    return {
      id,
      title,
      status,
      since: sinceOf(row, said[0]?.date, zone),
      ...endOf(status, moved.at(-1), zone),
      hasBegun: [status, ...moved.map(({ to_status }) => to_status)].some((one) => started.includes(one)),
      isSingle: row.recurrence === null && row.polarity === 'do',
      grade,
      topic,
      due: row.due_day,
      elements: said.map(({ element_id }) => element_id),
    }
  })
}

const started: readonly ActionStatus[] = ['in-progress', 'done', 'dropped']

/** What began in a session was made when the session was read, which may be years after its day. */
function sinceOf({ origin, created_at }: z.infer<typeof ActionColumns>, said: string | undefined, zone: string) {
  if (origin === 'session' && said !== undefined) return said
  const made = dayIn(created_at, zone)
  return said === undefined || made < said ? made : said
}

function endOf(status: ActionStatus, last: MoveColumns | undefined, zone: string) {
  const isOver = status === 'done' || status === 'dropped'
  if (!isOver || !last) return { endedOn: null, ending: null, isDecided: status !== 'proposed' }
  const { date, session_id: sessionId, span } = last
  return {
    endedOn: date ?? dayIn(last.at, zone),
    ending: sessionId === null || span === null ? null : { sessionId, span: fromJson(Span, span) },
    isDecided: last.from_status !== 'proposed',
  }
}
