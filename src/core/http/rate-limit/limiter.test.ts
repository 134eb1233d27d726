import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLimiter } from './limiter.ts'

const budget = { name: 'test', quota: 3, window: 60_000 }

function createClocked() {
  const clock = { now: 1_000_000 }
  return { clock, limiter: createLimiter(() => clock.now) }
}

test('a budget can be spent at once, and comes back evenly', () => {
  const { clock, limiter } = createClocked()
  const take = () => limiter.take('a', budget)
  expect([take(), take(), take()].map(({ left }) => left)).toEqual([2, 1, 0])
  expect(take()).toEqual({ isGranted: false, left: 0, wait: 20_000 })
  clock.now += 19_999
  expect(take().isGranted).toBe(false)
  clock.now += 1
  expect([take(), take()].map(({ isGranted }) => isGranted)).toEqual([true, false])
  clock.now += 600_000
  expect([take(), take(), take(), take()].map(({ isGranted }) => isGranted)).toEqual([true, true, true, false])
})

test('each key has its own budget', () => {
  const { limiter } = createClocked()
  for (let i = 0; i < 4; i += 1) limiter.take('a', budget)
  expect(limiter.take('a', budget).isGranted).toBe(false)
  expect(limiter.take('b', budget).isGranted).toBe(true)
})

test('in no window is more granted than twice the quota, and whoever keeps to the quota is never refused', () => {
  const quotas = fc.integer({ min: 1, max: 50 })
  const pauses = fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(quotas, pauses, (quota, gaps) => {
      const { clock, limiter } = createClocked()
      const granted: number[] = []
      for (const gap of gaps) {
        clock.now += gap
        if (limiter.take('a', { ...budget, quota }).isGranted) granted.push(clock.now)
        expect(granted.filter((at) => at > clock.now - budget.window).length).toBeLessThanOrEqual(2 * quota)
      }
    }),
    { seed: 1 },
  )
  for (const quota of [1, 7, 120, 600]) {
    const { clock, limiter } = createClocked()
    for (let i = 0; i < 3 * quota; i += 1) {
      expect(limiter.take('a', { ...budget, quota }).isGranted).toBe(true)
      clock.now += budget.window / quota
    }
  }
})

test('a clock that is set back shuts nobody out for longer than a window', () => {
  const { clock, limiter } = createClocked()
  limiter.take('a', budget)
  clock.now -= 500_000
  expect(limiter.take('a', budget)).toMatchObject({ isGranted: false, wait: 20_000 })
})

test('however many keys come, only so many are remembered, and those that keep coming are among them', () => {
  const { limiter } = createClocked()
  const one = { ...budget, quota: 1 }
  limiter.take('steady', one)
  limiter.take('idle', one)
  for (let i = 0; i < 30_000; i += 1) {
    limiter.take(`passing ${i}`, one)
    if (i % 5000 === 0) limiter.take('steady', one)
  }
  expect(limiter.take('steady', one).isGranted).toBe(false)
  expect(limiter.take('idle', one).isGranted).toBe(true)
})
