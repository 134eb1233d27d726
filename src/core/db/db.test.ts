import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { createRecord, stoneTable } from '../../../tests/world/record.ts'
import { assertOutsideWrite, type Tx } from './db.ts'
import { assertSafeSqlite } from './sqlite-version.ts'

const add = (name: string) => (tx: Tx) => stoneTable(tx).insertInto('stones').values({ name }).execute()

test('writes that wait together share one commit and are answered after it', async () => {
  await using record = await createRecord()
  const { db } = record
  let commits = 0
  const seen: string[][] = []
  db.onCommit(() => (commits += 1))
  await Promise.all([
    db.write(add('granite')),
    db.write(async () => seen.push(await record.readStones())),
    db.write(add('slate')).then(async () => seen.push(await record.readStones())),
  ])
  expect(commits).toBe(1)
  expect(seen).toEqual([[], ['granite', 'slate']])
})

test('a body that throws is refused alone and leaves nothing', async () => {
  await using record = await createRecord()
  const { db } = record
  const outcomes = await Promise.allSettled([
    db.write(add('granite')),
    db.write(async (tx) => {
      await add('slate')(tx)
      throw new Error('changed my mind')
    }),
    db.write(add('marble')),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await record.readStones()).toEqual(['granite', 'marble'])
})

test('when the commit itself fails, everybody in it hears so and nothing is kept', async () => {
  await using record = await createRecord()
  const { db } = record
  const reference = 'name text references stones (name) deferrable initially deferred'
  const statements = [`create table rings (${reference})`]
  await db.migrate([{ module: 'rings', migrations: [{ name: '0001-create-rings', statements }] }], 0)
  const ring = (tx: Tx) => {
    const rings = tx.$extendTables<{ rings: { name: string } }>()
    return rings.insertInto('rings').values({ name: 'nowhere' }).execute()
  }
  const outcomes = await Promise.allSettled([db.write(add('granite')), db.write(ring)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await record.readStones()).toEqual([])
  await db.write(add('slate'))
  expect(await record.readStones()).toEqual(['slate'])
})

test('a write inside a write is refused instead of waiting for itself', async () => {
  await using record = await createRecord()
  const { db } = record
  await expect(db.write(() => db.write(add('granite')))).rejects.toThrow('A write inside a write')
  expect(await record.readStones()).toEqual([])
})

test('a transaction cannot be used after its write', async () => {
  await using record = await createRecord()
  const kept = await record.db.write(async (tx) => ({ tx }))
  await expect(add('granite')(kept.tx)).rejects.toThrow('outside of its write')
  const late = Promise.withResolvers<unknown>()
  await record.db.write(async (tx) => {
    setTimeout(() => void add('slate')(tx).catch(late.resolve), 5)
  })
  expect(await late.promise).toEqual(new Error('A transaction was used outside of its write'))
  expect(await record.readStones()).toEqual([])
})

test('what goes outside throws inside a write, and may go out after it', async () => {
  await using record = await createRecord()
  const call = async () => {
    await Promise.resolve()
    assertOutsideWrite('A call')
  }
  await expect(record.db.write(call)).rejects.toThrow('A call inside a write')
  await record.db.write(add('granite'))
  await expect(call()).resolves.toBeUndefined()
})

test('a reader cannot write', async () => {
  await using record = await createRecord()
  await expect(add('granite')(record.db.read)).rejects.toThrow('readonly')
})

test('a write after the record was closed is refused, not left hanging', async () => {
  const record = await createRecord()
  await record[Symbol.asyncDispose]()
  await expect(record.db.write(add('granite'))).rejects.toThrow('not open')
})

test('a listener that breaks stops neither the writes nor the other listeners', async () => {
  await using record = await createRecord()
  const heard: string[] = []
  record.db.onCommit(() => {
    throw new Error('deaf')
  })
  record.db.onCommit(() => heard.push('commit'))
  await record.db.write(add('granite'))
  await record.db.write(add('slate'))
  await vi.waitFor(() => expect(heard).toEqual(['commit', 'commit']))
  expect(record.log.join('')).toContain('a listener of commits failed')
})

const countUp = (folder: string) => `
  import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'db.ts'))}
  const db = openDatabase({ folder: ${JSON.stringify(folder)}, log: console })
  const stones = (at) => at.selectFrom('stones').select('name').execute()
  for (let i = 0; i < 100; i += 1) {
    await db.write(async (tx) => {
      const { length } = await stones(tx)
      await tx.insertInto('stones').values({ name: String(length + 1) }).execute()
    })
  }
  await db.close()`

test('two processes that read and then write never find the record busy (deferred BEGIN then BUSY)', async () => {
  await using record = await createRecord()
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', countUp(record.folder)])
  await Promise.all([run(), run()])
  expect(await record.readStones()).toHaveLength(200)
})

test('SQLite that can lose data when its log is reset is refused (SQLite < 3.51.3)', () => {
  for (const version of ['3.51.3', '3.51.10', '3.52.0', '4.0.0']) assertSafeSqlite(version)
  for (const version of ['3.51.2', '3.50.9', '3.9.99', '2.99.99'])
    expect(() => assertSafeSqlite(version)).toThrow(`SQLite ${version} can lose data`)
})
