import { expect, test } from 'vitest'
import { createRecord } from '../../../tests/world/record.ts'
import { keepUntilCommit } from './until-commit.ts'

test('while nothing is committed a value is computed once, and the one used least goes first', async () => {
  await using record = await createRecord()
  const computed: string[] = []
  const keep = keepUntilCommit<string>(record.db, { most: 2, mostSize: 10 })
  const ask = (key: string, value = key) =>
    keep(key, async () => {
      computed.push(key)
      return value
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key)
  expect(computed).toEqual(['a', 'b', 'c', 'b'])
  await ask('long', 'x'.repeat(11))
  await ask('long', 'x'.repeat(11))
  expect(computed.slice(4)).toEqual(['long', 'long'])
})
