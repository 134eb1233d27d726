import { expect, test } from 'vitest'
import { createLimiter } from './limiter.ts'

test('at most as many tasks run at once as were allowed, and all of them run in order', async () => {
  const limited = createLimiter(2)
  const order: number[] = []
  let running = 0
  let most = 0
  const task = (number: number) => async () => {
    most = Math.max(most, (running += 1))
    await new Promise((resolve) => setImmediate(resolve))
    order.push(number)
    running -= 1
    return number
  }
  const results = await Promise.all([1, 2, 3, 4, 5].map((number) => limited(task(number))))
  expect(results).toEqual([1, 2, 3, 4, 5])
  expect(order).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
})

test('a task that throws gives its place to the next', async () => {
  const limited = createLimiter(1)
  const broken = limited(() => Promise.reject(new Error('broken')))
  const next = limited(async () => 'done')
  await expect(broken).rejects.toThrow('broken')
  expect(await next).toBe('done')
})
