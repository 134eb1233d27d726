import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { createRecord, stoneTable, type RecordWorld } from '../../../tests/world/record.ts'
import { assertOutsideWrite, type Tx } from './db.ts'

/** In the words of the one engine or of the other. */
const usedTooLate = /outside of its write|already committed/

const add = (name: string) => (tx: Tx) => stoneTable(tx).insertInto('stones').values({ name }).execute()

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

test('a write inside a write is refused instead of waiting for itself', async () => {
  await using record = await createRecord()
  const { db } = record
  await expect(db.write(() => db.write(add('granite')))).rejects.toThrow('A write inside a write')
  expect(await record.readStones()).toEqual([])
})

test('a transaction cannot be used after its write', async () => {
  await using record = await createRecord()
  const kept = await record.db.write(async (tx) => ({ tx }))
  await expect(add('granite')(kept.tx)).rejects.toThrow(usedTooLate)
  const late = Promise.withResolvers<unknown>()
  await record.db.write(async (tx) => {
    setTimeout(() => void add('slate')(tx).catch(late.resolve), 50)
  })
  expect(String(await late.promise)).toMatch(usedTooLate)
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
  await expect(add('granite')(record.db.read)).rejects.toThrow(/read-?only/)
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
  await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(2))
  expect(record.log.join('')).toContain('a listener of commits failed')
})

const countUp = ({ folder, url }: RecordWorld) => `
  import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'db.ts'))}
  const db = await openDatabase({ folder: ${JSON.stringify(folder)}, url: ${JSON.stringify(url)}, log: console })
  const stones = (at) => at.selectFrom('stones').select('name').execute()
  for (let i = 0; i < 100; i += 1) {
    await db.write(async (tx) => {
      const { length } = await stones(tx)
      await tx.insertInto('stones').values({ name: String(length + 1) }).execute()
    })
  }
  await db.close()`

test('two processes that read and then write are never in each other’s way (deferred BEGIN then BUSY)', async () => {
  await using record = await createRecord()
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', countUp(record)])
  await Promise.all([run(), run()])
  expect(await record.readStones()).toHaveLength(200)
})

test('two writes that each look for what the other adds do not both find nothing', async () => {
  await using record = await createRecord()
  const { db } = record
  const addIfNone = (name: string) =>
    db.write(async (tx) => {
      const found = await stoneTable(tx).selectFrom('stones').select('name').execute()
      if (found.length === 0) await add(name)(tx)
    })
  await Promise.all([addIfNone('granite'), addIfNone('slate'), addIfNone('marble')])
  expect(await record.readStones()).toHaveLength(1)
})

test('text sorts by its bytes, whatever language the record speaks', async () => {
  await using record = await createRecord()
  for (const name of ['b', 'a', 'B', 'é', 'Z', '_']) await record.db.write(add(name))
  expect(await record.readStones()).toEqual(['B', 'Z', '_', 'a', 'b', 'é'])
})

test('whoever is elected leads at once when nobody else does', async () => {
  await using record = await createRecord()
  const heard: string[] = []
  const stepBack = await record.db.elect('stones', async () => {
    heard.push('leads')
    return async () => void heard.push('stops')
  })
  await vi.waitFor(() => expect(heard).toEqual(['leads']))
  await stepBack()
  expect(heard).toEqual(['leads', 'stops'])
})
