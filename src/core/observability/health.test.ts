import { expect, test } from 'vitest'
import { second } from '#std/duration'
import { notAllowed, notSignedIn } from '#contract/problem'
import { createClient } from '#contract/client'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { createWorld, register, registerAdministrator } from '../../../tests/world/world.ts'
import { createHealth, type HealthStatus } from './components.ts'
import { healthApi, unhealthy } from './contract.ts'
import { healthHandlers } from './health.ts'

const names = ['record', 'disk', 'search', 'graph', 'jobs', 'log', 'live']

test('anybody may see how the parts fare, and nothing more of them', async () => {
  await using world = await createWorld()
  const { status, components } = await createClient(healthApi, world.send).getHealth()
  expect(status).toBe('up')
  expect(components).toEqual(names.map((name) => ({ name, status: 'up' })))
})

test('administrators see words, latency and since when; nobody else does', async () => {
  await using world = await createWorld()
  const ask = (client: typeof world.send) => createClient(healthApi, client).getHealthDetails()
  const administrator = await registerAdministrator(world)
  const { components } = await ask(administrator.send)
  expect(components.map(({ name }) => name)).toEqual(names)
  expect(components.find(({ name }) => name === 'record')).toMatchObject({
    ...{ isRequired: true, status: 'up', latency: expect.any(Number), since: expect.any(Number) },
    detail: expect.stringMatching(/^\d+ events$/),
  })
  const member = await register(world)
  expect((await refusalOf(ask(member.send))).is(notAllowed)).toBe(true)
  expect((await refusalOf(ask(world.send))).is(notSignedIn)).toBe(true)
})

/** Health of two parts whose status the test chooses. */
function createTestHealth() {
  const clock = { now: 1000 }
  const parts: Record<'record' | 'search', HealthStatus> = { record: 'up', search: 'up' }
  const health = createHealth({ now: () => clock.now })
  const looks = { count: 0 }
  health.add({ name: 'record', isRequired: true, check: async () => ({ status: parts.record }) })
  health.add({
    name: 'search',
    isRequired: false,
    check: async () => {
      looks.count += 1
      return { status: parts.search, detail: 'secret words' }
    },
  })
  const handlers = healthHandlers({ readiness: { isReady: true }, disk: { isLow: () => false }, health })
  const later = () => (clock.now += 6 * second)
  return { clock, parts, health, looks, handlers, later }
}

test('only a part that nothing works without takes the whole down', async () => {
  const { parts, handlers, later } = createTestHealth()
  parts.search = 'down'
  expect(await handlers.getHealth()).toEqual({
    status: 'degraded',
    components: [
      { name: 'record', status: 'up' },
      { name: 'search', status: 'down' },
    ],
  })
  later()
  parts.record = 'down'
  await expect(handlers.getHealth()).rejects.toMatchObject({ kind: unhealthy })
  expect((await handlers.getHealthDetails()).status).toBe('down')
})

test('it is told since when a part fares as it does', async () => {
  const { parts, health, later } = createTestHealth()
  const sinceOf = async () => (await health.read()).map(({ since }) => since)
  expect(await sinceOf()).toEqual([1000, 1000])
  parts.search = 'degraded'
  expect(await sinceOf()).toEqual([1000, 1000])
  later()
  expect(await sinceOf()).toEqual([1000, 7000])
  later()
  expect(await sinceOf()).toEqual([1000, 7000])
})

test('many who ask share one look', async () => {
  const { health, looks, later } = createTestHealth()
  await Promise.all(Array.from({ length: 50 }, () => health.read()))
  expect(looks.count).toBe(1)
  later()
  await health.read()
  expect(looks.count).toBe(2)
})

test('a check that throws or hangs is a part that is down', async () => {
  const health = createHealth({ now: () => 0 })
  const broken = () => Promise.reject(new Error('the cellar is flooded'))
  health.add({ name: 'broken', isRequired: false, check: broken })
  health.add({ name: 'hanging', isRequired: false, check: () => new Promise(() => {}) })
  expect(await health.read()).toMatchObject([
    { status: 'down', detail: 'the cellar is flooded' },
    { status: 'down', detail: 'It did not answer in 2 seconds' },
  ])
})

test('the metrics tell how far each consumer of the log is behind', async () => {
  await using world = await createWorld()
  const page = (await world.app.http.inject('/metrics')).body
  expect(page).toMatch(/cairn_consumer_lag_events\{consumer="[\w.-]+"\} \d+/)
  expect(page).toContain('nodejs_eventloop_lag_p99_seconds')
  expect(page).toContain('process_start_time_seconds')
})
