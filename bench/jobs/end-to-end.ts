/** Jobs from the first `enqueueAll` until the last is settled and told to the log, on a record of either engine. */
import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { openDatabase, type Reader } from '#core/db'
import { createEvents, eventsMigrations } from '#core/events'
import { createJobs, jobsMigrations } from '#core/jobs'
import { createLog, createMetrics } from '#core/observability'
import { createSignals } from '#core/realtime'
import { chunksOf } from '#std/list'

/** Jobs that one transaction of the caller enqueues. */
export const enqueuedAtOnce = 500
/** Light jobs that run at once, so that one claim and one settling write hold as many. */
export const claimedAtOnce = 128

const kind = 'bench.errand'

interface Place {
  folder: string
  /** Empty for SQLite. */
  url: string
  count: number
}

/** Jobs a second. Throws when one of them is not done. */
export async function measureJobs({ folder, url, count }: Place) {
  const { db, events, jobs } = await open({ folder, url })
  await events.start({ leads: true })
  await jobs.start({ runs: true, schedules: true })
  const started = performance.now()
  const numbers = Array.from({ length: count }, (_, number) => number)
  for (const part of chunksOf(numbers, enqueuedAtOnce)) {
    const errands = part.map((number) => ({ kind, owner: 'somebody', payload: { number } }))
    await db.write((tx) => jobs.enqueueAll(tx, errands))
  }
  while (await isAnyOpen(db.read)) await new Promise((resolve) => setTimeout(resolve, 20))
  const seconds = (performance.now() - started) / 1000
  const done = await countDone(db.read)
  if (done < count) throw new Error(`Only ${done} of ${count} jobs were done`)
  await jobs.stop()
  await events.stop()
  await db.close()
  return count / seconds
}

async function open({ folder, url }: Omit<Place, 'count'>) {
  const log = createLog({ level: 'warn' })
  const db = await openDatabase({ folder, url, log })
  await db.migrate([eventsMigrations, jobsMigrations], Date.now())
  const basics = { db, log, now: Date.now, newId: () => randomUUIDv7(), random: Math.random }
  const events = createEvents(basics)
  const parts = { ...basics, events, signals: createSignals({ db }), metrics: createMetrics() }
  const jobs = createJobs({ ...parts, databaseUrl: url })
  const payload = z.object({ number: z.int() })
  jobs.register({ kind, payload, steps: [], weight: 'light', run: async () => {} }, {})
  return { db, events, jobs }
}

/** Asked again and again, so it must cost nothing: a count over all jobs took a fifth of the time that was measured. */
async function isAnyOpen(reader: Reader) {
  const { rows } = await sql`
    select id from jobs where state = 'queued' union all select id from jobs where state = 'running' limit 1`.execute(
    reader,
  )
  return rows.length > 0
}

async function countDone(reader: Reader) {
  const { rows } = await sql<{ done: number }>`
    select count(*) as done from jobs where kind = ${kind} and state = 'done'`.execute(reader)
  return Number(rows[0]?.done)
}
