/**
 * The record as a PostgreSQL database that many processes share. Writes are SERIALIZABLE and run again after a
 * conflict, so that a body sees the same world as on SQLite, where one runs after the other. Commits are made known to
 * the other processes; whoever misses that looks a little later.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { second } from '#std/duration'
import { createGate } from '#std/gate'
import type { Log } from '#core/observability'
import type { DatabaseNeeds, Db, Reader } from './engine.ts'
import { migrate } from './migrations.ts'
import { createNews } from './postgres-news.ts'
import { createElection } from './postgres-election.ts'
import { migratorOf } from './postgres-migrator.ts'
import { connectionOf } from './postgres-connection.ts'
import { assertOutsideWrite, runInside } from './scope.ts'

/** Half of them for writers, half for readers. */
const usualConnections = 20
/** So long a write that is in the way of others is tried; the pauses between grow to a quarter of a second. */
const longestTrying = 20 * second
const longestPause = 250
/** Statements are short, and compiling one takes longer than running it. */
const anyConnection = { jit: 'off' }
/** A scan of a whole table, which small tables invite, would be in the way of every write to it. */
const writing = { ...anyConnection, enable_seqscan: 'off' }
const reading = { ...anyConnection, default_transaction_read_only: 'on' }
const slowWrite = second

const levels = { serial: 'serializable', statement: 'read committed' } as const

type PostgresNeeds = Pick<DatabaseNeeds, 'log' | 'committed' | 'connections'> & { url: string }

export function openPostgres({ url, log, connections = usualConnections, committed = () => {} }: PostgresNeeds): Db {
  const most = Math.floor(connections / 2)
  const writers = openPool(url, { log, most, settings: writing })
  const readers = openPool(url, { log, most, settings: reading })
  const writer = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool: writers }) })
  const read: Reader = new Kysely({ dialect: new PostgresDialect({ pool: readers }) })
  const news = createNews({ url, log })
  const gate = createGate()
  const underWay = new Set<Promise<unknown>>()
  let isClosed = false

  return {
    engine: 'postgres',
    read,
    async write(body, isolation = 'serial') {
      assertOutsideWrite('A write')
      if (isClosed) throw new Error('The record is not open any more')
      const started = performance.now()
      const once = () => runInside(() => writer.transaction().setIsolationLevel(levels[isolation]).execute(body))
      const trying = isolation === 'statement' ? once() : tryWrite(gate, once, log)
      underWay.add(trying)
      const result = await trying.finally(() => underWay.delete(trying))
      committed(1, (performance.now() - started) / second)
      news.committed()
      return result
    },
    version: () => undefined,
    onCommit: news.onCommit,
    broadcast: news.broadcast,
    onBroadcast: news.onBroadcast,
    elect: createElection({ url, log }),
    migrate: (sets, at) => migrateOn(writers, sets, at),
    async close() {
      isClosed = true
      await Promise.allSettled(underWay)
      await news.close()
      await Promise.all([writers.end(), readers.end()])
    },
  }
}

interface PoolNeeds {
  log: Log
  most: number
  settings: Record<string, string>
}

function openPool(url: string, { log, most, settings }: PoolNeeds) {
  const pool = new pg.Pool({ ...connectionOf(url, settings), max: most })
  // A connection that breaks while it rests is replaced by the pool; without a listener the process would end.
  pool.on('error', (error) => {
    log.warn({ err: error }, 'a connection to PostgreSQL was lost')
  })
  return pool
}

/**
 * Runs the write until no other write is in its way: first beside others, and after a conflict alone in this process,
 * so that only those of other processes can be in its way again.
 */
async function tryWrite<T>(gate: ReturnType<typeof createGate>, write: () => Promise<T>, log: Log): Promise<T> {
  const started = performance.now()
  for (let tries = 1; ; tries += 1) {
    try {
      return await (tries === 1 ? gate.together(write) : gate.alone(write))
    } catch (error) {
      if (!isConflict(error, tries) || performance.now() > started + longestTrying) throw error
      await pause(Math.random() * Math.min(2 ** Math.min(tries, 10), longestPause))
    } finally {
      const took = performance.now() - started
      if (took > slowWrite) log.warn({ took: Math.round(took), tries }, 'a write took long')
    }
  }
}

/** `serialization_failure` and `deadlock_detected`. */
const conflicts = ['40001', '40P01']
/**
 * `unique_violation`: what another write has just added is told like this when the index that shows it is not the one by
 * which the body looked (PostgreSQL 15, section 13.2.3). Whoever finds it there again and again has not looked.
 */
const doubtful = '23505'
const mostDoubts = 3

function isConflict(error: unknown, tries: number) {
  if (!(error instanceof pg.DatabaseError)) return false
  return conflicts.includes(error.code ?? '') || (error.code === doubtful && tries < mostDoubts)
}

async function migrateOn(pool: pg.Pool, ...[sets, at]: Parameters<Db['migrate']>) {
  const client = await pool.connect()
  try {
    return await migrate(migratorOf(client), sets, at)
  } finally {
    client.release()
  }
}
