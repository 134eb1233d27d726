import { expect, test } from 'vitest'
import { createRecord, stones, stoneTable, type RecordWorld } from '../../../tests/world/record.ts'
import type { Migration } from './db.ts'

const hills = (...migrations: Migration[]) => ({ module: 'hills', migrations })
const createHills: Migration = { name: '0001-create-hills', statements: ['create table hills (name text)'] }

/** Names of the tables that a module's migrations could have made. */
async function readTables({ db }: RecordWorld) {
  const tables = await db.read.introspection.getTables()
  return tables.map(({ name }) => name).sort()
}

test('a migration runs once, and what is there stays', async () => {
  await using record = await createRecord()
  await record.db.write((tx) => stoneTable(tx).insertInto('stones').values({ name: 'granite' }).execute())
  await record.db.migrate([stones, hills(createHills)], 1)
  await record.db.migrate([stones, hills(createHills)], 2)
  expect(await readTables(record)).toEqual(['core_migrations', 'hills', 'stones'])
  expect(await record.readStones()).toEqual(['granite'])
})

test('a migration that ran with another text is refused before anything changes', async () => {
  await using record = await createRecord()
  const [first] = stones.migrations
  if (!first) throw new Error('The stones have no migration')
  const changed = { ...stones, migrations: [{ ...first, statements: ['create table stones (name text)'] }] }
  await expect(record.db.migrate([hills(createHills), changed], 1)).rejects.toThrow(
    'The migration stones/0001-create-stones is not the one that made this record.',
  )
  expect(await readTables(record)).not.toContain('hills')
})

test('a record of a newer program is refused before anything changes', async () => {
  await using record = await createRecord()
  const older = { ...stones, migrations: [] }
  await expect(record.db.migrate([hills(createHills), older], 1)).rejects.toThrow('written by a newer Cairn')
  expect(await readTables(record)).not.toContain('hills')
})

test('a migration that fails leaves nothing and runs whole the next time', async () => {
  await using record = await createRecord()
  const broken: Migration = {
    ...createHills,
    statements: [...createHills.statements, 'insert into nowhere values (1)'],
  }
  await expect(record.db.migrate([hills(broken)], 1)).rejects.toThrow('hills/0001-create-hills failed; nothing of it')
  expect(await readTables(record)).not.toContain('hills')
  await record.db.migrate([hills(createHills)], 2)
  expect(await readTables(record)).toContain('hills')
})

test('tables of a module that this program does not have are left alone', async () => {
  await using record = await createRecord()
  await record.db.migrate([hills(createHills)], 1)
  await record.db.migrate([], 2)
  expect(await readTables(record)).toEqual(['core_migrations', 'hills', 'stones'])
})

test('tables are strict: a column takes its own type only', async () => {
  await using record = await createRecord()
  const statements = ['create table heights (metres bigint not null, slope double precision)']
  await record.db.migrate([{ module: 'heights', migrations: [{ name: '0001-create-heights', statements }] }], 1)
  const add = (metres: number | string) =>
    record.db.write((tx) => {
      const heights = tx.$extendTables<{ heights: { metres: number | string } }>()
      return heights.insertInto('heights').values({ metres }).execute()
    })
  await add(1343)
  await expect(add('very high')).rejects.toThrow(
    /cannot store TEXT value in INTEGER column|invalid input syntax for type bigint/,
  )
})

test('what only one engine knows is written for each, and the other passes over it', async () => {
  await using record = await createRecord()
  const statements = [
    { sqlite: 'create table only_sqlite (n bigint)' },
    { postgres: 'create table only_postgres (n bigint)' },
  ]
  await record.db.migrate([hills({ name: '0001-create-hills', statements })], 1)
  await record.db.migrate([hills({ name: '0001-create-hills', statements })], 2)
  const made = (await readTables(record)).filter((name) => name.startsWith('only'))
  expect(made).toEqual([`only_${record.db.engine}`])
})

test('the answer of a migration names what it did', async () => {
  await using record = await createRecord()
  expect(await record.db.migrate([stones, hills(createHills)], 1)).toEqual(['hills/0001-create-hills'])
  expect(await record.db.migrate([stones, hills(createHills)], 1)).toEqual([])
})
