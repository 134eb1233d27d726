/**
 * Following consumers: each reads the log behind its own cursor, in order, in a loop of its own, so that a slow one keeps
 * nobody waiting. A failure is kept with its words and tried again with growing pauses.
 */
import { minute, second } from '#std/duration'
import { createLoop } from '#std/loop'
import type { Db, Reader } from '#core/db'
import type { StoredEvent } from './event.ts'
import type { EventsTables } from './schema.ts'

export interface FollowingConsumer {
  name: string
  /** Called at least once per event, in order. Must give the same result when called again. */
  handle(event: StoredEvent): Promise<void>
}

interface Needs {
  db: Db
  now: () => number
  after: (position: number, limit: number) => Promise<StoredEvent[]>
  log: { error: (fields: object, words: string) => void }
}

interface Cursor {
  consumer: FollowingConsumer
  position: number
  failures: number
  retryAt: number
}

const batch = 100
const longestPause = 5 * minute
const table = (reader: Reader) => reader.$extendTables<EventsTables>()

export function createFollowers(needs: Needs) {
  const cursors: Cursor[] = []
  const loops: ReturnType<typeof createLoop>[] = []
  const watch = createWatch(cursors)
  const wake = () => {
    for (const loop of loops) loop.wake()
  }
  const follow = async (cursor: Cursor) => {
    const isMore = await advance(cursor, needs)
    watch.check()
    return isMore
  }
  const report = (cursor: Cursor) => (error: unknown) => {
    needs.log.error({ err: error, consumer: cursor.consumer.name }, 'the log could not be followed')
  }
  let timer: NodeJS.Timeout | undefined
  let unsubscribe = () => {}

  return {
    add(consumer: FollowingConsumer) {
      const cursor = { consumer, position: 0, failures: 0, retryAt: 0 }
      cursors.push(cursor)
      loops.push(createLoop(() => follow(cursor), report(cursor)))
    },
    passed: watch.passed,
    async start() {
      for (const cursor of cursors) await load(cursor, needs.db)
      unsubscribe = needs.db.onCommit(wake)
      timer = setInterval(wake, second).unref()
      wake()
    },
    async stop() {
      unsubscribe()
      clearInterval(timer)
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

/** Promises that wait for all cursors to pass a position. */
function createWatch(cursors: readonly Cursor[]) {
  const waiting = new Set<{ position: number; resolve: () => void }>()
  const isPassed = (position: number) => cursors.every((cursor) => cursor.position >= position)
  return {
    check() {
      for (const one of waiting) if (isPassed(one.position)) one.resolve()
    },
    async passed(position: number, signal: AbortSignal) {
      if (isPassed(position)) return
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const one = { position, resolve }
      const abort = () => {
        reject(signal.reason)
      }
      waiting.add(one)
      signal.addEventListener('abort', abort)
      if (signal.aborted) abort()
      await promise.finally(() => {
        waiting.delete(one)
        signal.removeEventListener('abort', abort)
      })
    },
  }
}

async function load(cursor: Cursor, db: Db) {
  const { name } = cursor.consumer
  await db.write(async (tx) => {
    await table(tx)
      .insertInto('event_consumers')
      .values({ name, position: 0, failures: 0, retry_at: 0, error: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const query = table(tx).selectFrom('event_consumers').selectAll().where('name', '=', name)
    const row = await query.executeTakeFirstOrThrow()
    Object.assign(cursor, { position: row.position, failures: row.failures, retryAt: row.retry_at })
  })
}

/** Handles what waits for one consumer. True when there may be more. */
async function advance(cursor: Cursor, { db, now, after, log }: Needs): Promise<boolean> {
  if (cursor.retryAt > now()) return false
  const events = await after(cursor.position, batch)
  if (events.length === 0) return false
  let reached = cursor.position
  try {
    for (const event of events) {
      await cursor.consumer.handle(event)
      reached = event.position
    }
    Object.assign(cursor, { failures: 0, retryAt: 0 })
    await save({ ...cursor, position: reached }, db)
  } catch (error) {
    cursor.failures += 1
    cursor.retryAt = now() + Math.min(second * 2 ** cursor.failures, longestPause)
    log.error({ err: error, consumer: cursor.consumer.name, position: reached }, 'a consumer of the log failed')
    await save({ ...cursor, position: reached }, db, String(error))
  }
  cursor.position = reached
  return cursor.failures === 0 && events.length === batch
}

async function save({ consumer, position, failures, retryAt }: Cursor, db: Db, error: string | null = null) {
  await db.write(async (tx) => {
    const change = { position, failures, retry_at: retryAt, error }
    await table(tx).updateTable('event_consumers').set(change).where('name', '=', consumer.name).execute()
  })
}
