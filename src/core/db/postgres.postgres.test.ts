import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { createRecord, stoneTable, stones } from '../../../tests/world/record.ts'
import { createLog } from '#core/observability'
import { openDatabase, type Db, type Tx } from './db.ts'

const add = (name: string) => (tx: Tx) => stoneTable(tx).insertInto('stones').values({ name }).execute()

/** A record with a second program on it: the first comes by the socket of the server, the second by its port. */
async function createPair() {
  const record = await createRecord()
  const url = byPort(record.url)
  const other = await openDatabase({ folder: record.folder, url, log: createLog({ level: 'silent' }) })
  return Object.assign(record, {
    other,
    async [Symbol.asyncDispose]() {
      await other.close()
      await record.db.close()
    },
  })
}

function byPort(address: string) {
  const url = new URL(address)
  url.search = ''
  return url.href
}

/** Ends every connection to the record that waits in or holds an advisory lock, as a server that restarts would. */
const breakLocks = ({ read }: Db) =>
  sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`.execute(read)

test('a write that meets what another has just added runs again, and one that adds a thing twice is refused', async () => {
  await using record = await createRecord()
  const { db } = record
  let tries = 0
  const addOften = (isSeenAt: number) => async (tx: Tx) => {
    tries += 1
    await add('granite')(tx)
    if (tries < isSeenAt) await add('granite')(tx)
  }
  await db.write(addOften(2))
  expect({ tries, stones: await record.readStones() }).toEqual({ tries: 2, stones: ['granite'] })
  tries = 0
  await expect(db.write(addOften(100))).rejects.toMatchObject({ code: '23505' })
  expect(tries).toBe(3)
})

test('commits of one program are heard by the other', async () => {
  await using pair = await createPair()
  let heard = 0
  pair.other.onCommit(() => (heard += 1))
  pair.db.onCommit(() => {})
  await vi.waitFor(() => expect(heard).toBeGreaterThan(0))
  const before = heard
  await pair.db.write(add('granite'))
  await vi.waitFor(() => expect(heard).toBeGreaterThan(before), { timeout: 500 })
})

test('a message of one program is heard by the others, and not by itself', async () => {
  await using pair = await createPair()
  const heard: string[] = []
  pair.db.onBroadcast((message) => heard.push(`own ${message}`))
  pair.other.onBroadcast((message) => heard.push(message))
  await vi.waitFor(() => {
    pair.db.broadcast('hello')
    expect(heard).toContain('hello')
  })
  pair.db.broadcast('x'.repeat(9000))
  pair.db.broadcast('goodbye')
  await vi.waitFor(() => expect(heard).toContain('goodbye'))
  expect(heard.filter((message) => message !== 'hello')).toEqual(['goodbye'])
})

test('of two programs one leads, and the other takes over when it has gone', async () => {
  await using pair = await createPair()
  const leading = new Set<string>()
  const elect = (db: Db, name: string) =>
    db.elect('stones', async () => {
      leading.add(name)
      return async () => void leading.delete(name)
    })
  const stepBack = await elect(pair.db, 'first')
  await vi.waitFor(() => expect([...leading]).toEqual(['first']))
  const leave = await elect(pair.other, 'second')
  await pause(300)
  expect([...leading]).toEqual(['first'])
  await stepBack()
  await vi.waitFor(() => expect([...leading]).toEqual(['second']), { timeout: 5000 })
  await leave()
})

test('who loses the connection leads no more, and may lead again later', async () => {
  await using record = await createRecord()
  const heard: string[] = []
  const stepBack = await record.db.elect('stones', async () => {
    heard.push('leads')
    return async () => void heard.push('stops')
  })
  await vi.waitFor(() => expect(heard).toEqual(['leads']))
  await breakLocks(record.db)
  await vi.waitFor(() => expect(heard).toEqual(['leads', 'stops', 'leads']), { timeout: 6000 })
  await stepBack()
})

test('two programs that start together bring the record up once', async () => {
  await using pair = await createPair()
  const hills = {
    module: 'hills',
    migrations: [{ name: '0001-create-hills', statements: ['create table hills (n bigint)'] }],
  } as const
  const applied = await Promise.all([pair.db, pair.other].map((db) => db.migrate([stones, hills], 1)))
  expect(applied.flat()).toEqual(['hills/0001-create-hills'])
})

test('a body whose write is in the way of another runs again, and its caller does not notice', async () => {
  await using record = await createRecord()
  let runs = 0
  const count = () =>
    record.db.write(async (tx) => {
      runs += 1
      const { length } = await stoneTable(tx).selectFrom('stones').select('name').execute()
      await pause(5)
      await add(String(length + 1))(tx)
    })
  await Promise.all(Array.from({ length: 8 }, count))
  expect(await record.readStones()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  expect(runs).toBeGreaterThan(8)
})
