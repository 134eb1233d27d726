import { expect, test } from 'vitest'
import { stepsOf } from './steps.ts'

const at = (day: number, toStatus: string, madeBy = 'person') => ({ toStatus, madeBy, day: `2026-03-0${day}` })
const told = (...moves: ReturnType<typeof at>[]) => stepsOf(moves).map(({ what, day }) => `${what} ${day.slice(-1)}`)

test('each step is told with its day', () => {
  expect(told(at(1, 'in-progress'), at(2, 'done'))).toEqual(['begun 1', 'done 2'])
  expect(told(at(1, 'dropped'))).toEqual(['dropped 1'])
})

test('a step that was gone back on is none', () => {
  expect(told(at(1, 'in-progress'), at(2, 'done'), at(3, 'open'))).toEqual([])
  expect(told(at(1, 'in-progress'), at(2, 'done'), at(3, 'in-progress'))).toEqual(['begun 3'])
  expect(told(at(1, 'done'), at(2, 'dropped'))).toEqual(['dropped 2'])
})

test('what comes again was done each time', () => {
  const moves = [at(1, 'done'), at(1, 'open', 'renewal'), at(2, 'done'), at(2, 'open', 'renewal'), at(3, 'in-progress')]
  expect(told(...moves)).toEqual(['done 1', 'done 2', 'begun 3'])
  expect(told(...moves, at(4, 'open'))).toEqual(['done 1', 'done 2'])
})
