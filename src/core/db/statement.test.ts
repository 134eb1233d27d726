import { expect, test } from 'vitest'
import { createRecord } from '../../../tests/world/record.ts'
import { statementOf, type Reader } from './db.ts'

const table = (reader: Reader) => reader.$extendTables<{ painted_stones: { name: string; colour: string | null } }>()
const painted = {
  module: 'painted-stones',
  migrations: [
    {
      name: '0001-create-painted-stones',
      statements: ['create table painted_stones (name text primary key, colour text)'],
    },
  ],
} as const

test('a kept statement takes the values of each call, side by side, in writes and in reads', async () => {
  await using record = await createRecord()
  const { db } = record
  await db.migrate([painted], 0)
  let built = 0
  const lay = statementOf((reader, { name, colour }: { name: string; colour: string | null }) => {
    built += 1
    return table(reader).insertInto('painted_stones').values({ name, colour }).returning('name')
  })
  const find = statementOf((reader, { colour, last }: { colour: string; last: string }) =>
    table(reader)
      .selectFrom('painted_stones')
      .select('name')
      .where((stone) => stone.or([stone('colour', '=', colour), stone('name', '=', last)]))
      .where('name', '<=', last)
      .where('name', '!=', 'basalt')
      .orderBy('name'),
  )
  const stones = [
    { name: 'agate', colour: 'grey' },
    { name: 'basalt', colour: 'grey' },
    { name: 'chalk', colour: null },
    { name: 'flint', colour: 'grey' },
  ]
  expect(await Promise.all(stones.map((stone) => db.write((tx) => lay(tx, stone))))).toEqual(
    stones.map(({ name }) => [{ name }]),
  )
  expect(built).toBe(1)
  const asked = { colour: 'grey', last: 'chalk' }
  expect(await db.write((tx) => find(tx, asked))).toEqual([{ name: 'agate' }, { name: 'chalk' }])
  expect(await find(db.read, { colour: 'none', last: 'flint' })).toEqual([{ name: 'flint' }])
})
