import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { jobsApi } from '#core/jobs/contract'
import { undoApi } from '#core/undo/contract'
import { minute, second } from '#std/duration'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, eventually, register, type World } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

/** Some texts are read for real; on a busy machine that takes a while. */
const patience = 2 * minute
vi.setConfig({ testTimeout: patience })

let world: World
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
})
afterAll(() => world[Symbol.asyncDispose]())

async function createScene() {
  const member = await register(world)
  const api = member.client(journeyApi)
  const jobs = member.client(jobsApi)
  return {
    api,
    async write(date: string, text: string) {
      const { id: sessionId } = await api.createSession({ body: { date, title: `On ${date}` } })
      await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job, { within: patience })
      return sessionId
    },
    /** The id of the action with these words in its title. */
    async find(words: string) {
      const { items } = await api.listActions({ query: { text: words } })
      const [action] = items
      if (!action) throw new Error(`No action says “${words}”`)
      return action.id
    },
    /** The reading begins a while after the first change. */
    async readFresh() {
      world.clock.now += 6 * second
      const told = () => api.listFollowThrough()
      const { patterns } = await eventually(told, ({ isFresh, computedAt }) => isFresh && computedAt !== null, patience)
      return patterns
    },
    async countReadings() {
      const { items } = await jobs.listJobs({ query: { limit: 100 } })
      return items.filter(({ kind }) => kind === 'journey.refresh-patterns').length
    },
    takeBack: (change: { changeId: string }) => member.client(undoApi).undoChange(change),
  }
}

/** Six intentions in as many sessions. */
const plans = [
  ['2026-01-05', 'I will call my sister tomorrow.'],
  ['2026-01-06', 'I will book the dentist next week.'],
  ['2026-01-07', 'I will clean the kitchen on Friday.'],
  ['2026-01-08', 'I will write the tax letter.'],
  ['2026-01-09', 'I will repair the bike.'],
  ['2026-01-12', 'I will visit my uncle.'],
] as const

test('what is marked as done on the board and what a session tells of are told, and taken back they are not', async () => {
  const { api, write, find, readFresh, takeBack } = await createScene()
  for (const [date, text] of plans) await write(date, text)
  const [none, ...others] = await readFresh()
  expect(others).toEqual([])
  expect(none).toMatchObject({ n: 6, effect: { value: 0 } })
  const moved = await api.updateAction({ actionId: await find('dentist'), body: { status: 'done' } })
  await api.updateAction({ actionId: await find('kitchen'), body: { status: 'dropped' } })
  const sessionId = await write('2026-01-10', 'I finally called my sister.')
  const [told] = await readFresh()
  // Five days from the session that says it to the one that tells of it, 55 until the second of March.
  expect(told).toMatchObject({
    sentence: 'Of 6 things that you decided on, you did 2, half of them within 30 days, and let 1 go.',
    counted: 'actions',
    effect: { value: 0.3333 },
  })
  const { text } = await api.getTranscript({ sessionId })
  const quoted = told?.evidence.filter((evidence) => evidence.sessionId === sessionId) ?? []
  expect(quoted).toMatchObject([{ elementId: null, quote: expect.stringContaining('called my sister') }])
  for (const { start, end, quote } of quoted) expect(text.slice(start, end)).toBe(quote)
  await takeBack(moved)
  expect((await readFresh())[0]?.sentence).toBe('Of 6 things that you decided on, you did 1, and let 1 go.')
})

test('what is said again and again is told as never begun until it is begun on the board', async () => {
  const { api, write, find, readFresh } = await createScene()
  const days = ['05', '06', '07', '08', '09', '12']
  for (const day of days) await write(`2026-01-${day}`, 'I will call my sister tomorrow.')
  const [told] = await readFresh()
  expect(told).toMatchObject({ n: 6, badges: ['never-started'], subjects: [{ kind: 'action' }] })
  await api.updateAction({ actionId: await find('sister'), body: { status: 'in-progress' } })
  expect(await readFresh()).toEqual([])
})

test('moves, deletions and new days ask for one reading together; notes, and readings themselves, for none', async () => {
  const { api, readFresh, countReadings, takeBack } = await createScene()
  const { id: actionId } = await api.createAction({ body: { title: 'buy bread' } })
  await readFresh()
  expect(await countReadings()).toBe(1)
  await api.updateAction({ actionId, body: { detail: 'rye', priority: 'high' } })
  expect(await api.listPatterns()).toMatchObject({ isFresh: true })
  await api.updateAction({ actionId, body: { due: { day: '2026-03-05' } } })
  await api.updateAction({ actionId, body: { status: 'done' } })
  const deleted = await api.deleteAction({ actionId })
  expect(await api.listPatterns()).toMatchObject({ isFresh: false })
  await readFresh()
  expect(await countReadings()).toBe(2)
  await takeBack(deleted)
  expect(await api.listPatterns()).toMatchObject({ isFresh: false })
  await readFresh()
  expect(await countReadings()).toBe(3)
})
