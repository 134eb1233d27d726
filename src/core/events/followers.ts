/**
 * Following consumers: each reads the log behind its own cursor, in order, in a loop of its own, so that a slow one keeps
 * nobody waiting. A failure is kept with its words and tried again with growing pauses.
 */
import { minute, second } from '#std/duration'
import { createLoop } from '#std/loop'
import type { Db } from '#core/db'
import type { StoredEvent } from './event.ts'
import { eventTables } from './schema.ts'

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

export function createFollowers(needs: Needs) {
  const cursors: Cursor[] = []
  const watch = createWatch(cursors)
  let stopAll = async () => {}

  return {
    add(consumer: FollowingConsumer) {
      cursors.push({ consumer, position: 0, failures: 0, retryAt: 0 })
    },
    names: () => cursors.map(({ consumer }) => consumer.name),
    passed: watch.passed,
    /** May be called again after `stop`: whoever leads may lose that and win it back. */
    async start() {
      for (const cursor of cursors) await load(cursor, needs.db)
      stopAll = run(cursors, needs, watch.check)
    },
    stop: () => stopAll(),
  }
}

/** Follows the log for every cursor. Answers the way to stop. */
function run(cursors: readonly Cursor[], needs: Needs, moved: () => void) {
  const loops = cursors.map((cursor) =>
    createLoop(
      async () => {
        const isMore = await advance(cursor, needs)
        moved()
        return isMore
      },
      (error) => {
        needs.log.error({ err: error, consumer: cursor.consumer.name }, 'the log could not be followed')
      },
    ),
  )
  const wake = () => {
    for (const loop of loops) loop.wake()
  }
  const stopListening = needs.db.onCommit(wake)
  const timer = setInterval(wake, second).unref()
  wake()
  return async () => {
    stopListening()
    clearInterval(timer)
    await Promise.all(loops.map((loop) => loop.stop()))
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
    await eventTables(tx)
      .insertInto('event_consumers')
      .values({ name, position: 0, failures: 0, retry_at: 0, error: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const query = eventTables(tx).selectFrom('event_consumers').selectAll().where('name', '=', name)
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
    await eventTables(tx).updateTable('event_consumers').set(change).where('name', '=', consumer.name).execute()
  })
}
