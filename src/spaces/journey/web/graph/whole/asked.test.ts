import { expect, test } from 'vitest'
import { askedAtFirst, queryOf } from './asked.ts'

test('months become their first and last day', () => {
  const asked = { ...askedAtFirst, from: '2024-02', to: '2024-02' }
  expect(queryOf(asked)).toMatchObject({ from: '2024-02-01', to: '2024-02-29' })
})

test('a month that is not given bounds nothing', () => {
  expect(queryOf(askedAtFirst)).toEqual({ kinds: 'emotion,topic,belief,challenge,insight,action' })
})
