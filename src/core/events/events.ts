/**
 * The log: every change appends an event in its own transaction. Positions are the commit order and the only thing that
 * consumers use. Inline consumers run inside the transaction; following ones run after it, each with its own cursor,
 * at least once, and a failing one never blocks another.
 */
import { z } from 'zod'
import { fromJson, toJson, type Db, type Reader, type Tx } from '#core/db'
import type { NewEvent, StoredEvent } from './event.ts'
import { createFollowers, type FollowingConsumer } from './followers.ts'
import type { EventsTables } from './schema.ts'

export { eventsMigrations } from './schema.ts'
export type { NewEvent, StoredEvent } from './event.ts'
export type { FollowingConsumer } from './followers.ts'

export interface InlineConsumer {
  name: string
  handle(tx: Tx, event: StoredEvent): Promise<void>
}

export interface Events {
  append(tx: Tx, event: NewEvent): Promise<StoredEvent>
  /** Events after `position`, oldest first. */
  after(position: number, limit: number): Promise<StoredEvent[]>
  /** The same, of one topic and owner. */
  afterFor(filter: { topic: string; owner: string; position: number }, limit: number): Promise<StoredEvent[]>
  latestPosition(): Promise<number>
  /** Names one life of the log; a restored record has a new one. */
  epoch(): Promise<string>
  addInline(consumer: InlineConsumer): void
  addFollowing(consumer: FollowingConsumer): void
  /** Resolves when every following consumer has passed `position`; rejects when the signal is aborted. */
  passed(position: number, signal: AbortSignal): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

interface Needs {
  db: Db
  now: () => number
  newId: () => string
  log: { error: (fields: object, words: string) => void }
}

const table = (reader: Reader) => reader.$extendTables<EventsTables>()
const Payload = z.record(z.string(), z.unknown())

export function createEvents(needs: Needs): Events {
  const { db, now, newId } = needs
  const inline: InlineConsumer[] = []
  const followers = createFollowers({ ...needs, after: (position, limit) => readAfter(db.read, position, limit) })

  return {
    async append(tx, event) {
      const stored = await insert(tx, { payload: {}, ...event, at: now() })
      for (const consumer of inline) await consumer.handle(tx, stored)
      return stored
    },
    after: (position, limit) => readAfter(db.read, position, limit),
    async afterFor({ topic, owner, position }, limit) {
      const query = selectAfter(db.read, position, limit).where('topic', '=', topic).where('owner', '=', owner)
      return (await query.execute()).map(toEvent)
    },
    latestPosition: () => readLatest(db.read),
    epoch: () => readEpoch(db.read),
    addInline: (consumer) => inline.push(consumer),
    addFollowing: followers.add,
    passed: followers.passed,
    async start() {
      await db.write((tx) => makeEpoch(tx, newId()))
      await followers.start()
    },
    stop: followers.stop,
  }
}

async function insert(tx: Tx, event: Omit<StoredEvent, 'position'>): Promise<StoredEvent> {
  const { name, payload, ...rest } = event
  const { position } = await table(tx)
    .insertInto('events')
    .values({ ...rest, type: name, payload: toJson(payload) })
    .returning('position')
    .executeTakeFirstOrThrow()
  return { ...event, position }
}

const selectAfter = (reader: Reader, position: number, limit: number) =>
  table(reader).selectFrom('events').selectAll().where('position', '>', position).orderBy('position').limit(limit)

async function readAfter(reader: Reader, position: number, limit: number) {
  return (await selectAfter(reader, position, limit).execute()).map(toEvent)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAfter>['execute']>>[number]

function toEvent({ type, payload, ...rest }: Row): StoredEvent {
  return { ...rest, name: type, payload: fromJson(Payload, payload) }
}

async function readLatest(reader: Reader) {
  const row = await table(reader)
    .selectFrom('events')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0
}

async function makeEpoch(tx: Tx, epoch: string) {
  await table(tx)
    .insertInto('event_epochs')
    .values({ id: 1, epoch })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function readEpoch(reader: Reader) {
  const row = await table(reader).selectFrom('event_epochs').select('epoch').executeTakeFirstOrThrow()
  return row.epoch
}
