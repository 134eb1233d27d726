/** The endpoints of notifications. */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import { readPage, toItems, type Db, type Reader, type Tx } from '#core/db'
import type { Events } from '#core/events'
import { Level, NotificationId, notificationNotFound, notificationsTopic, type Notification } from './contract.ts'
import { notificationTables, type NotificationRow } from './schema.ts'

interface Needs {
  db: Db
  events: Events
  now: () => number
}
interface Asked {
  caller: { id: string }
}
interface ListRequest extends Asked {
  query: { cursor?: string | undefined; limit: number; state?: 'unread' | 'read' | undefined }
}

const order = { by: 'at', key: z.int(), direction: 'desc' } as const

export function notificationHandlers(needs: Needs) {
  const { db } = needs
  return {
    async listNotifications(_: unknown, { caller, query }: ListRequest) {
      return toItems(await readPage(selectMine(db.read, caller.id, query), order, query), toNotification)
    },
    getNotificationSummary: (_: unknown, { caller }: Asked) => summarise(db.read, caller.id),
    readNotification: (_: unknown, { caller, params }: Asked & { params: { notificationId: string } }) =>
      db.write((tx) => readOne(needs, tx, { owner: caller.id, id: params.notificationId })),
    async readAllNotifications(_: unknown, { caller }: Asked) {
      await db.write((tx) => readAll(needs, tx, caller.id))
      return summarise(db.read, caller.id)
    },
  }
}

function selectMine(reader: Reader, owner: string, { state }: ListRequest['query']) {
  const mine = notificationTables(reader).selectFrom('notifications').selectAll().where('owner', '=', owner)
  return state ? mine.where('read_at', state === 'unread' ? 'is' : 'is not', null) : mine
}

async function summarise(reader: Reader, owner: string) {
  const unread = notificationTables(reader).selectFrom('notifications').where('owner', '=', owner)
  const { count } = await unread
    .where('read_at', 'is', null)
    .select((row) => row.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return { unread: Number(count) }
}

async function readOne(needs: Needs, tx: Tx, { owner, id }: { owner: string; id: string }) {
  const query = notificationTables(tx).selectFrom('notifications').selectAll().where('id', '=', id)
  const row = await query.where('owner', '=', owner).executeTakeFirst()
  if (!row) throw new Problem(notificationNotFound, 'There is no such notification, or it was removed with its age.')
  if (row.read_at !== null) return toNotification(row)
  const change = { read_at: needs.now() }
  await notificationTables(tx).updateTable('notifications').set(change).where('id', '=', id).execute()
  await announceRead(needs, tx, { owner, entity: id })
  return toNotification({ ...row, ...change })
}

async function readAll(needs: Needs, tx: Tx, owner: string) {
  const query = notificationTables(tx).updateTable('notifications').set({ read_at: needs.now() })
  const read = await query.where('owner', '=', owner).where('read_at', 'is', null).returning('id').execute()
  if (read.length > 0) await announceRead(needs, tx, { owner, entity: owner })
}

/** `entity` is the notification, or the person when it was all of them. */
const announceRead = ({ events }: Needs, tx: Tx, { owner, entity }: { owner: string; entity: string }) =>
  events.append(tx, {
    name: 'notifications.notifications-read',
    topic: notificationsTopic,
    entity,
    owner,
    actor: owner,
  })

function toNotification({ id, level, read_at: readAt, kind, title, body, link, at }: NotificationRow): Notification {
  return { id: NotificationId.parse(id), kind, title, body, link, level: Level.parse(level), at, readAt }
}
