import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { findPostgres } from '../../../scripts/test/postgres.ts'
import { createEventLog, entitiesOf, news, type EventLog } from '../../../tests/world/event-log.ts'
import { createDatabase } from '../../../tests/world/postgres/database.ts'
import { startCluster } from '../../../tests/world/postgres/cluster.ts'
import { createLog } from '#core/observability'
import { openDatabase } from '#core/db'
import { createEvents, type Events } from './events.ts'

/** A transaction of its own that appends and stays open until it is told how to end. */
async function openSlow(log: EventLog, entity: string) {
  const client = new pg.Client(log.url)
  await client.connect()
  await client.query('begin')
  const insert = `insert into events (at, actor, owner, topic, entity, type, payload)
    values (1, 'slow', 'ada', 'tests', $1, 'tests.thing-happened', '{}')`
  await client.query(insert, [entity])
  return async (ending: 'commit' | 'rollback') => {
    await client.query(ending)
    await client.end()
  }
}

test('an event of a transaction that commits late is passed over by nobody (outbox read by id)', async () => {
  const seen: string[] = []
  await using log = await createEventLog([
    { name: 'tests.reader', handle: async ({ entity }) => void seen.push(entity) },
  ])
  const endSlow = await openSlow(log, 'slow')
  for (let i = 0; i < 20; i += 1) await log.append(`quick ${i}`)
  await pause(300)
  expect(seen).not.toContain('quick 19')
  await endSlow('commit')
  await vi.waitFor(() => expect(seen).toHaveLength(21), { timeout: 5000 })
  expect(seen[0]).toBe('slow')
})

test('an event of a transaction that is taken back leaves no gap and holds nobody up', async () => {
  await using log = await createEventLog()
  const endSlow = await openSlow(log, 'taken back')
  await log.append('first')
  await endSlow('rollback')
  await log.append('second')
  const stored = await log.read()
  expect(entitiesOf(stored)).toEqual(['first', 'second'])
  expect(stored.map(({ position }) => position)).toEqual([1, 2])
})

test('with slow and aborted transactions among many, a reader sees every committed event once', async () => {
  const seen: string[] = []
  await using log = await createEventLog([
    { name: 'tests.reader', handle: async ({ entity }) => void seen.push(entity) },
  ])
  const expected: string[] = []
  const disturb = async (round: number) => {
    const ending = round % 3 === 0 ? 'rollback' : 'commit'
    const end = await openSlow(log, `slow ${round}`)
    if (ending === 'commit') expected.push(`slow ${round}`)
    await pause((round * 37) % 120)
    await end(ending)
  }
  const write = async (round: number) => {
    await pause((round * 13) % 200)
    expected.push(`quick ${round}`)
    await log.append(`quick ${round}`)
  }
  const rounds = Array.from({ length: 40 }, (_, round) => round)
  await Promise.all([...rounds.map(disturb), ...rounds.map(write)])
  await vi.waitFor(() => expect(seen).toHaveLength(expected.length), { timeout: 10_000 })
  expect(seen.toSorted()).toEqual(expected.toSorted())
})

test('who gives positions commits nothing while there is nothing to place, nor while all of it has to wait', async () => {
  await using log = await createEventLog()
  await log.append('before')
  await log.read()
  let commits = 0
  log.db.onCommit(() => void (commits += 1))
  await pause(600)
  expect(commits).toBe(0)
  const endSlow = await openSlow(log, 'slow')
  await log.append('quick')
  await pause(600)
  expect(commits).toBe(1)
  await endSlow('commit')
  expect(entitiesOf(await log.read())).toEqual(['before', 'slow', 'quick'])
})

test('when the one who gives positions loses the connection, positions and consumers go on', async () => {
  const seen: string[] = []
  await using log = await createEventLog([
    { name: 'tests.reader', handle: async ({ entity }) => void seen.push(entity) },
  ])
  await log.append('before')
  await vi.waitFor(() => expect(seen).toEqual(['before']), { timeout: 5000 })
  await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`.execute(log.db.read)
  await log.append('after')
  await vi.waitFor(() => expect(seen).toEqual(['before', 'after']), { timeout: 6000 })
})

/** Copies a database into another, as a backup and a restore would. */
function copyDatabase(from: string, to: string) {
  const programs = findPostgres() ?? ''
  const dump = spawnSync(join(programs, 'pg_dump'), ['--no-owner', from], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const load = spawnSync(join(programs, 'psql'), ['--quiet', '--set=ON_ERROR_STOP=1', to], { input: dump.stdout })
  if (dump.status !== 0 || load.status !== 0) throw new Error(`${dump.stderr}${String(load.stderr)}`)
}

async function openCopy(url: string): Promise<{ events: Events; close(): Promise<void> }> {
  const db = await openDatabase({ folder: '', url, log: createLog({ level: 'silent' }) })
  const log = { error: () => {} }
  const events = createEvents({ db, now: () => 2, newId: () => `epoch-${Math.random()}`, log })
  await events.start({ leads: true })
  const append = (entity: string) => db.write((tx) => events.append(tx, news(entity)))
  await append('after the restore')
  return {
    events,
    async close() {
      await events.stop()
      await db.close()
    },
  }
}

test('a record restored into a new cluster keeps its positions, places what had none, and begins a new epoch', async () => {
  await using log = await createEventLog()
  for (const entity of ['first', 'second']) await log.append(entity)
  await log.read()
  const epoch = await log.events.epoch()
  await log.events.stop()
  await log.append('not placed yet')
  await using cluster = await startCluster()
  await using copy = await createDatabase(cluster.url)
  copyDatabase(log.url, copy.url)
  const restored = await openCopy(copy.url)
  await vi.waitFor(async () => expect(await restored.events.latestPosition()).toBe(4), { timeout: 5000 })
  expect(entitiesOf(await restored.events.after(0, 10)).slice(0, 2)).toEqual(['first', 'second'])
  expect(entitiesOf(await restored.events.after(2, 10)).toSorted()).toEqual(['after the restore', 'not placed yet'])
  expect(await restored.events.epoch()).not.toBe(epoch)
  await restored.close()
})
