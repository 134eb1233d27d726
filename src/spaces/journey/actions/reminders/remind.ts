/** Tells one person of what is due and of how it went, each once, and answers when to look again. */
import type { Tx } from '#core/db'
import { dayIn, instantOf } from '#std/zoned-time'
import type { Core } from '../../../../core/core.ts'
import { journeyTables } from '../../schema.ts'
import type { ActionRow } from '../schema.ts'
import { tellAction } from '../settle-actions.ts'
import { byDaylight, dayAfter, isNews, nameOf, nextSummary, reminderOf, summaryFrom } from './moments.ts'
import type { Wishes } from './settings.ts'

/** Nothing ahead; the latest moment that there is. */
const never = 8.64e15

interface Reminding {
  owner: string
  wishes: Wishes
}

export async function remind(core: Core, tx: Tx, about: Reminding) {
  const now = core.now()
  const isDaylight = byDaylight(now, about.wishes.zone) === now
  const due = about.wishes.remindsOfDue ? await remindOfDue(core, tx, { ...about, now, isDaylight }) : never
  const summary = await summarise(core, tx, { ...about, now })
  const next_at = Math.min(due, summary)
  await journeyTables(tx)
    .updateTable('journey_reminder_times')
    .set({ next_at })
    .where('owner', '=', about.owner)
    .execute()
}

interface Now extends Reminding {
  now: number
}

async function remindOfDue(core: Core, tx: Tx, { owner, wishes, now, isDaylight }: Now & { isDaylight: boolean }) {
  let next = never
  for (const { row, moment, name } of await readAhead(tx, { owner, wishes, now })) {
    if (moment > now || !isDaylight) {
      next = Math.min(next, byDaylight(Math.max(moment, now), wishes.zone))
      continue
    }
    await journeyTables(tx).updateTable('journey_actions').set({ reminded_of: name }).where('id', '=', row.id).execute()
    const isLate = dayIn(now, wishes.zone) > (row.due_day ?? '')
    const payload = { title: row.title, day: row.due_day, time: row.due_time, isLate }
    await tellDue(core, tx, { row, payload })
  }
  return next
}

/** What has a moment ahead, or one that was not told of yet. */
async function readAhead(tx: Tx, { owner, wishes, now }: Now) {
  const rows = await journeyTables(tx)
    .selectFrom('journey_actions')
    .selectAll()
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('is_shown', '=', 1)
    .where('status', 'in', ['open', 'in-progress'])
    .where('due_day', '>=', dayAfter(dayIn(now, wishes.zone), -3))
    .orderBy('due_sort')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    if (row.due_day === null) return []
    const due = { day: row.due_day, time: row.due_time }
    const [moment, name] = [reminderOf(due, wishes.zone), nameOf(due)]
    const isTold = row.reminded_of === name || !isNews(moment, { setAt: row.due_set_at ?? 0, now })
    return isTold ? [] : [{ row, moment, name }]
  })
}

const tellDue = (core: Core, tx: Tx, { row, payload }: { row: ActionRow; payload: Record<string, unknown> }) =>
  tellAction(core, tx, { owner: row.owner, id: row.id, name: 'journey.action-due', payload })

/** A summary that nobody could tell in its evening is left out: the next one says it better. */
async function summarise(core: Core, tx: Tx, { owner, wishes, now }: Now) {
  const { rhythm, zone } = wishes
  const summary = nextSummary(rhythm, { now, zone })
  if (rhythm === 'off' || !summary) return never
  if (now < summary.at) return summary.at
  const following = nextSummary(rhythm, { now: summary.until, zone })?.at ?? never
  const times = journeyTables(tx).selectFrom('journey_reminder_times').select('summarised_on')
  const told = await times.where('owner', '=', owner).executeTakeFirst()
  if (told?.summarised_on === summary.day) return following
  const from = summaryFrom(rhythm, summary.day)
  const payload = { rhythm, ...(await countSince(tx, { owner, from, until: summary.day, zone })) }
  await tellAction(core, tx, { owner, id: owner, name: 'journey.reflection-due', payload })
  await journeyTables(tx)
    .updateTable('journey_reminder_times')
    .set({ summarised_on: summary.day })
    .where('owner', '=', owner)
    .execute()
  return following
}

interface Stretch {
  owner: string
  from: string
  until: string
  zone: string
}

async function countSince(tx: Tx, { owner, from, until, zone }: Stretch) {
  const sessions = await journeyTables(tx)
    .selectFrom('journey_sessions')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('date', '>=', from)
    .where('date', '<=', until)
    .executeTakeFirstOrThrow()
  const actions = await journeyTables(tx)
    .selectFrom('journey_actions')
    .select(['status', 'due_day', 'done_at'])
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('is_shown', '=', 1)
    .execute()
  const begun = instantOf({ day: from }, zone)
  const standing = actions.filter(({ status }) => status === 'open' || status === 'in-progress')
  return {
    sessions: Number(sessions.count),
    done: actions.filter(({ done_at }) => done_at !== null && done_at >= begun).length,
    open: standing.length,
    overdue: standing.filter(({ due_day }) => due_day !== null && due_day < until).length,
  }
}
