import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { settingsApi } from '#core/settings/contract'
import { createWorld, register, type World } from '../../../../tests/world/world.ts'
import { journeyApi, type ActionDraft } from '../contract.ts'
import { journey } from '../space.ts'

const createJourneyWorld = () => createWorld({ spaces: [journey] })

async function createScene(world: World) {
  const member = await register(world)
  const api = member.client(journeyApi)
  return {
    api,
    member,
    add: (title: string, rest: Partial<z.input<typeof ActionDraft>> = {}) =>
      api.createAction({ body: { title, ...rest } }),
    titles: async (query = {}) => (await api.listActions({ query })).items.map(({ title }) => title),
    live: (zone: string) => member.client(settingsApi).updateSettings({ body: { 'journey.zone': zone } }),
  }
}

test('actions are listed by due day, by priority or newest first', async () => {
  await using world = await createJourneyWorld()
  const { add, titles } = await createScene(world)
  await add('some day')
  await add('in the evening', { due: { day: '2026-03-05', time: '18:00' } })
  await add('that day', { due: { day: '2026-03-05' } })
  await add('urgent', { due: { day: '2026-04-01' }, priority: 'high' })
  expect(await titles()).toEqual(['in the evening', 'that day', 'urgent', 'some day'])
  expect(await titles({ sort: 'priority' })).toEqual(['urgent', 'in the evening', 'that day', 'some day'])
  expect(await titles({ sort: 'newest' })).toEqual(['urgent', 'that day', 'in the evening', 'some day'])
})

test('filters narrow by status, due day, topic and words, and mean the signs of a pattern literally', async () => {
  await using world = await createJourneyWorld()
  const { add, titles } = await createScene(world)
  await add('buy bread', { due: { day: '2026-03-05' }, topic: 'home' })
  await add('read 100% of it', { detail: 'The Book', status: 'in-progress' })
  await add('rest', { status: 'done' })
  expect(await titles({ status: 'open,in-progress' })).toEqual(['buy bread', 'read 100% of it'])
  expect(await titles({ dueFrom: '2026-03-01', dueTo: '2026-03-05' })).toEqual(['buy bread'])
  expect(await titles({ topic: 'home' })).toEqual(['buy bread'])
  expect(await titles({ text: 'book READ' })).toEqual(['read 100% of it'])
  expect(await titles({ text: '0% o' })).toEqual(['read 100% of it'])
  await expect(titles({ status: 'gone' })).rejects.toMatchObject({ problem: { status: 400 } })
})

test('what is overdue follows the calendar and the clock of the person', async () => {
  await using world = await createJourneyWorld()
  world.clock.now = Date.parse('2026-03-05T11:00:00Z')
  const { add, titles, live } = await createScene(world)
  await add('yesterday', { due: { day: '2026-03-04' } })
  await add('today', { due: { day: '2026-03-05' } })
  await add('at noon', { due: { day: '2026-03-05', time: '12:00' } })
  await add('done', { due: { day: '2026-03-01' }, status: 'done' })
  expect(await titles({ overdue: 'true' })).toEqual(['yesterday'])
  await live('Asia/Ashgabat')
  expect(await titles({ overdue: 'true' })).toEqual(['yesterday', 'at noon'])
  await live('Pacific/Auckland')
  expect(await titles({ overdue: 'true' })).toEqual(['yesterday', 'at noon', 'today'])
  await live('America/Los_Angeles')
  expect(await titles({ overdue: 'false' })).toEqual(['done', 'at noon', 'today'])
})

test('a summary counts what is where, and what is due today', async () => {
  await using world = await createJourneyWorld()
  world.clock.now = Date.parse('2026-03-05T11:00:00Z')
  const { api, add } = await createScene(world)
  await add('a', { due: { day: '2026-03-05' }, topic: 'home' })
  await add('b', { due: { day: '2026-03-02' }, status: 'in-progress', topic: 'work' })
  await add('c', { status: 'done', topic: 'home' })
  expect(await api.summariseActions()).toEqual({
    counts: { proposed: 0, open: 1, 'in-progress': 1, done: 1, dropped: 0 },
    overdue: 1,
    dueToday: 1,
    questions: 0,
    topics: ['home', 'work'],
  })
})

test('pages have no gaps and nothing twice, whatever their size and order', async () => {
  await using world = await createJourneyWorld()
  const { api, add, titles } = await createScene(world)
  const days = [null, { day: '2026-03-05' }, { day: '2026-03-01', time: '10:00' }]
  for (let i = 0; i < 23; i += 1) await add(`action ${i}`, { due: days[i % 3] ?? null })
  const sizes = fc.record({ limit: fc.integer({ min: 1, max: 9 }), sort: fc.constantFrom('due', 'priority', 'newest') })
  const walk = fc.asyncProperty(sizes, async ({ limit, sort }) => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await api.listActions({ query: { limit, sort, ...(cursor !== undefined && { cursor }) } })
      seen.push(...page.items.map(({ title }) => title))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(await titles({ sort, limit: 100 }))
  })
  await fc.assert(walk, { seed: 7, numRuns: 12 })
})

test('another person sees nothing of it, in the words for what is missing', async () => {
  await using world = await createJourneyWorld()
  const { add } = await createScene(world)
  const { id: actionId } = await add('buy bread')
  const { api: stranger, titles } = await createScene(world)
  const missing = await stranger
    .getAction({ actionId: '01a1f950-0000-7000-8000-000000000000' })
    .catch((error: unknown) => error)
  const foreign = await stranger.getAction({ actionId }).catch((error: unknown) => error)
  expect(foreign).toEqual(missing)
  expect(await titles()).toEqual([])
})
