import { expect, test } from 'vitest'
import { createRecord, stoneTable, type RecordWorld } from '../../../tests/world/record.ts'
import { keepUntilCommit } from './until-commit.ts'

const limits = { most: 2, mostSize: 100 }
const add = ({ db }: RecordWorld, name: string) =>
  db.write((tx) => stoneTable(tx).insertInto('stones').values({ name }).execute())

test('what is asked for after a write was answered has seen that write', async () => {
  await using record = await createRecord()
  const keep = keepUntilCommit<string[]>(record.db, limits)
  for (const name of ['granite', 'slate', 'tuff']) {
    await keep('all', record.readStones)
    await add(record, name)
    expect(await keep('all', record.readStones)).toContain(name)
  }
})

test('what was being computed during a write is given to nobody else', async () => {
  await using record = await createRecord()
  const keep = keepUntilCommit<string[]>(record.db, limits)
  const early = keep('all', async () => {
    const stones = await record.readStones()
    await add(record, 'granite')
    return stones
  })
  expect(await early).toEqual([])
  expect(await keep('all', record.readStones)).toEqual(['granite'])
})

test('a failure is not kept', async () => {
  await using record = await createRecord()
  const keep = keepUntilCommit<string>(record.db, limits)
  await expect(keep('one', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await keep('one', async () => 'whole')).toBe('whole')
})
