import { expect, test } from 'vitest'
import { validate, version } from 'uuid'
import { createIds } from './ids.ts'

const timeOf = (id: string) => parseInt(id.replaceAll('-', '').slice(0, 12), 16)

test('ids are UUIDs of version 7 that tell when they were made', () => {
  const newId = createIds(() => 1_764_000_000_123)
  const ids = Array.from({ length: 1000 }, newId)
  for (const id of ids) expect([validate(id), version(id), timeOf(id)]).toEqual([true, 7, 1_764_000_000_123])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted())
})

test('the part that is drawn is another one each time', () => {
  const newId = createIds()
  const drawn = Array.from({ length: 1000 }, () => newId().slice(-12))
  expect(new Set(drawn).size).toBe(drawn.length)
  expect(new Set(drawn.map((text) => text[0])).size).toBe(16)
})

test('ids go on in their order when the clock steps back', () => {
  let time = 2_000
  const newId = createIds(() => time)
  const ids = [newId(), newId()]
  time = 1_000
  ids.push(newId(), newId())
  time = 2_001
  ids.push(newId())
  expect(ids).toEqual(ids.toSorted())
  expect(ids.map(timeOf)).toEqual([2_000, 2_000, 2_000, 2_000, 2_001])
})
