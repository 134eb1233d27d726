import { expect, test, vi } from 'vitest'
import { createLoop } from './loop.ts'

const unexpected = (error: unknown) => {
  throw error
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 1))

test('a task that says there is more runs again at once', async () => {
  let left = 3
  const loop = createLoop(async () => (left -= 1) > 0, unexpected)
  loop.wake()
  await loop.stop()
  expect(left).toBe(2)
  const second = createLoop(async () => (left -= 1) > 0, unexpected)
  second.wake()
  await vi.waitFor(() => expect(left).toBe(0))
})

test('a wake during a run brings one more run, however many wakes there were', async () => {
  const gate = Promise.withResolvers<void>()
  let runs = 0
  const loop = createLoop(async () => {
    runs += 1
    await gate.promise
    return false
  }, unexpected)
  for (let i = 0; i < 5; i += 1) loop.wake()
  gate.resolve()
  await soon()
  expect(runs).toBe(2)
})

test('a wake in the last moment of a run is not forgotten', async () => {
  for (let microtasks = 0; microtasks < 12; microtasks += 1) {
    let runs = 0
    const loop = createLoop(async () => {
      runs += 1
      return false
    }, unexpected)
    loop.wake()
    for (let i = 0; i < microtasks; i += 1) await Promise.resolve()
    loop.wake()
    await soon()
    expect(runs, `woken after ${microtasks} microtasks`).toBe(2)
  }
})

test('what a task throws is told once, and only the next wake tries again', async () => {
  const told: unknown[] = []
  let runs = 0
  const loop = createLoop(
    async () => {
      runs += 1
      if (runs > 1) return false
      loop.wake()
      throw new Error('broken')
    },
    (error) => told.push(error),
  )
  loop.wake()
  await soon()
  expect({ told, runs }).toEqual({ told: [new Error('broken')], runs: 1 })
  loop.wake()
  await soon()
  expect({ told, runs }).toEqual({ told: [new Error('broken')], runs: 2 })
})

test('a stopped loop waits for its run and starts no other', async () => {
  let runs = 0
  const loop = createLoop(async () => {
    await soon()
    runs += 1
    return true
  }, unexpected)
  loop.wake()
  await loop.stop()
  loop.wake()
  await soon()
  expect(runs).toBe(1)
})
