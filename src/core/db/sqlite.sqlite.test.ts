import { expect, test, vi } from 'vitest'
import { createRecord, stoneTable } from '../../../tests/world/record.ts'
import type { Tx } from './db.ts'
import { assertSafeSqlite } from './sqlite-version.ts'

const add = (name: string) => (tx: Tx) => stoneTable(tx).insertInto('stones').values({ name }).execute()

test('writes that wait together share one commit and are answered after it', async () => {
  await using record = await createRecord()
  const { db } = record
  // A slow disk would end the group early.
  using _clock = vi.spyOn(performance, 'now').mockReturnValue(0)
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

test('a group that takes long lets others have their turn between its bodies, and ends in time', async () => {
  await using record = await createRecord()
  const { db } = record
  let now = 0
  using _clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  const heard: string[] = []
  db.onCommit(() => heard.push('commit'))
  const take = (name: string, milliseconds: number) =>
    db.write(async (tx) => {
      await add(name)(tx)
      heard.push(name)
      now += milliseconds
      setImmediate(() => heard.push('turn'))
    })
  await Promise.all([take('granite', 5), take('slate', 1), take('chalk', 15), take('flint', 1)])
  expect(heard.join(' ')).toMatch(/^granite turn slate chalk turn turn commit flint/)
  expect(await record.readStones()).toEqual(['chalk', 'flint', 'granite', 'slate'])
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

test('SQLite that can lose data when its log is reset is refused (SQLite < 3.51.3)', () => {
  for (const version of ['3.51.3', '3.51.10', '3.52.0', '4.0.0']) assertSafeSqlite(version)
  for (const version of ['3.51.2', '3.50.9', '3.9.99', '2.99.99'])
    expect(() => assertSafeSqlite(version)).toThrow(`SQLite ${version} can lose data`)
})
