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
