/** From an event to the people who are told: what is told, who may hear it, who wants to, and by which channels. */
import { z } from 'zod'
import { day } from '#std/duration'
import type { Db, Tx } from '#core/db'
import type { FollowingConsumer, StoredEvent } from '#core/events'
import type { Log } from '#core/observability'
import type { Settings } from '#core/settings'
import type { Channel } from './channels.ts'
import { mutedSetting } from './contract.ts'
import { notificationTables, type NotificationRow } from './schema.ts'
import type { NotificationDraft, NotificationSource } from './source.ts'

/** Who can be told something: ids of people with an open account. */
export interface People {
  recipients(who: { id: string } | { role: 'administrator' }): Promise<string[]>
}

export interface TellingNeeds {
  db: Db
  settings: Pick<Settings, 'read'>
  people: People
  log: Pick<Log, 'error'>
  now: () => number
  newId: () => string
  sources: readonly NotificationSource[]
  channels: readonly Channel[]
}

/** What happened longer ago is history: a consumer that begins with an old record has nothing new to tell of it. */
const newsFor = day

export function tellingConsumer(needs: TellingNeeds): FollowingConsumer {
  return {
    name: 'notifications.telling',
    async handle(event) {
      if (event.at < needs.now() - newsFor) return
      for (const source of needs.sources) {
        const draft = draftFrom(needs, source, event)
        if (draft) await tellAll(needs, event, { source, draft })
      }
    },
  }
}

/** A source that breaks would break again: it must not keep the others from being heard. */
function draftFrom({ log }: TellingNeeds, source: NotificationSource, event: StoredEvent) {
  try {
    return source.from(event)
  } catch (error) {
    log.error({ err: error, source: source.name, event: event.name }, 'a notification could not be made')
    return undefined
  }
}

interface Told {
  source: NotificationSource
  draft: NotificationDraft
}

async function tellAll(needs: TellingNeeds, event: StoredEvent, told: Told) {
  const who = told.source.to === 'administrators' ? { role: 'administrator' as const } : { id: event.owner }
  for (const owner of await needs.people.recipients(who)) {
    const muted = z.array(z.string()).parse(await needs.settings.read(mutedSetting, owner))
    const row = rowOf({ id: needs.newId(), owner, event }, told)
    await needs.db.write(async (tx) => {
      if (muted.includes(row.kind)) await keep(tx, { ...row, read_at: row.at })
      else await tell(needs, tx, row)
    })
  }
}

async function tell({ channels }: TellingNeeds, tx: Tx, row: NotificationRow) {
  if (!(await keep(tx, row))) return
  for (const channel of channels) await channel.deliver(tx, row)
}

/** False when this person was told of the event before. */
async function keep(tx: Tx, row: NotificationRow): Promise<boolean> {
  const kept = await notificationTables(tx)
    .insertInto('notifications')
    .values(row)
    .onConflict((conflict) => conflict.columns(['owner', 'position']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

function rowOf(about: { id: string; owner: string; event: StoredEvent }, { source, draft }: Told): NotificationRow {
  const { id, owner, event } = about
  const { title, body = null, link = null, level } = draft
  const { position, at } = event
  return { id, owner, position, kind: source.name, title, body, link, level, at, read_at: null }
}
