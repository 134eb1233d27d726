import { expect, test } from 'vitest'
import { spanOf } from './spans.ts'

test.each([
  ['month', '2026-03-31', '2026-02-28'],
  ['month', '2026-01-15', '2025-12-15'],
  ['quarter', '2026-05-31', '2026-02-28'],
  ['half', '2024-08-31', '2024-02-29'],
] as const)('the last %s before %s begins on %s', (name, today, from) => {
  expect(spanOf(name, new Date(`${today}T12:00`))).toEqual({ from, to: today })
})
