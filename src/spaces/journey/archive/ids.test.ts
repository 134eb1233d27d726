import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { idOfPerson } from './ids.ts'

test('what was made one after the other is so under the ids of another person, even within a millisecond', () => {
  const ids = Array.from({ length: 1000 }, () => newId())
  const theirs = ids.map((id) => idOfPerson('somebody', id))
  expect(theirs.toSorted()).toEqual(theirs)
  expect(new Set([...ids, ...theirs]).size).toBe(2000)
})

test('another person has other ids, the same person the same ones every time', () => {
  const id = newId()
  expect(idOfPerson('one', id)).toBe(idOfPerson('one', id))
  expect(idOfPerson('one', id)).not.toBe(idOfPerson('another', id))
})
