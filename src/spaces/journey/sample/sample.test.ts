import { expect, test, vi } from 'vitest'
import { minute, second } from '#std/duration'
import { sampleApi } from '#core/sample/contract'
import { jobsApi } from '#core/jobs/contract'
import { readEveryRow } from '../../../../tests/world/every-row.ts'
import { createWorld, eventually, pass, register, type Member, type World } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'
import { dayOf, readReflections } from './reflections.ts'

/** Two dozen texts are read one after the other. */
vi.setConfig({ testTimeout: 2 * minute })

const openWorld = () => createWorld({ spaces: [journey] })

const listAll = async (member: Member) =>
  (await member.client(journeyApi).listSessions({ query: { limit: 100, order: 'oldest' } })).items

/** What comes of the texts when they are read begins a while after them. */
async function untilQuiet(world: World, member: Member) {
  const isRunning = async () => {
    const { items } = await member.client(jobsApi).listJobs({ query: { limit: 100 } })
    return items.some(({ state, runAt }) => state === 'running' || (state === 'queued' && runAt <= world.clock.now))
  }
  await eventually(isRunning, (is) => !is, minute)
  await pass(world, 6 * second)
  await eventually(isRunning, (is) => !is, minute)
}

test('the sample person brings half a year of reflections, all of them over', async () => {
  await using world = await openWorld()
  const member = await register(world)
  expect(await member.client(sampleApi).getSample()).toEqual({ isOffered: true, isLoaded: false })
  expect(await member.client(sampleApi).loadSample()).toEqual({ isOffered: true, isLoaded: true })
  await untilQuiet(world, member)
  const sessions = await listAll(member)
  expect(sessions.map(({ title }) => title)).toEqual(readReflections().map(({ title }) => title))
  expect(sessions.map(({ state }) => state)).toEqual(sessions.map(() => 'ready'))
  expect(sessions.at(-1)?.date).toBe('2026-03-01')
})

test('loading it again adds nothing', async () => {
  await using world = await openWorld()
  const member = await register(world)
  await member.client(sampleApi).loadSample()
  await member.client(sampleApi).loadSample()
  expect(await listAll(member)).toHaveLength(24)
})

test('removing it leaves what is real, and of the sample not a word', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: { title: 'Mine' } })
  await api.addContent({ sessionId, body: { text: 'I was happy with my sister today.' } })
  await member.client(sampleApi).loadSample()
  await untilQuiet(world, member)
  expect(await member.client(sampleApi).removeSample()).toEqual({ isOffered: true, isLoaded: false })
  expect((await listAll(member)).map(({ title }) => title)).toEqual(['Mine'])
  const rows = await readEveryRow(world.app.core.db)
  expect(rows.filter(({ text }) => /dreaded Monday|physiotherapist/.test(text)).map(({ table }) => table)).toEqual([])
})

test('the sample of one person is nobody else’s', async () => {
  await using world = await openWorld()
  const [one, other] = [await register(world), await register(world)]
  await one.client(sampleApi).loadSample()
  await other.client(sampleApi).removeSample()
  expect(await listAll(one)).toHaveLength(24)
  expect(await listAll(other)).toEqual([])
})

test.each([
  ['a Monday', '2026-03-02T09:00Z', '2026-03-01'],
  ['a Sunday', '2026-03-01T23:59Z', '2026-02-22'],
  ['New Year', '2027-01-01T00:00Z', '2026-12-27'],
])('on %s the last week is the last one that is over', (_, now, last) => {
  const calendar = { now: Date.parse(now), weeks: 24 }
  expect(dayOf({ week: 24, weekday: 6, title: '', text: '' }, calendar)).toBe(last)
})
