import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingsApi } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { minute } from '#std/duration'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, register, type World } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }

let world: World
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
})
afterAll(() => world[Symbol.asyncDispose]())

async function createScene() {
  const member = await register(world)
  const api = member.client(journeyApi)
  return {
    member,
    api,
    async add(date: string, text: string) {
      const { id: sessionId } = await api.createSession({ body: { date } })
      await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
      return sessionId
    },
    read: async (span: { from: string; to: string } = year) => (await api.getReport({ query: span })).report,
    actionId: async (title: string) => (await api.listActions({ query: { text: title } })).items[0]?.id ?? '',
  }
}

test('a report tells a span in sentences of the person, without what they rejected', async () => {
  const { api, add } = await createScene()
  await add('2026-01-05', 'I was so anxious about work. I always fail at presentations.')
  const sessionId = await add('2026-03-05', 'I was anxious about the noise. I realised that I need more sleep.')
  await api.writeReflection({ body: { ...year, text: 'It was a year of *learning*.' } })
  const { report, markdown } = await api.getReport({ query: { ...year, format: 'markdown' } })
  expect(report).toMatchObject({ sessions: 2, words: 24, reflection: 'It was a year of *learning*.' })
  expect(report.days.map(({ day }) => day)).toEqual(['2026-01-05', '2026-03-05'])
  const quotes = [
    { quote: 'I was so anxious about work.' },
    { day: '2026-03-05', quote: 'I was anxious about the noise.' },
  ]
  expect(report.feelings[0]).toMatchObject({ label: 'anxious', days: 2, quotes })
  expect(report.breakthroughs[0]?.quote).toBe('I realised that I need more sleep.')
  expect(markdown).toContain('## What became clear')
  const { items } = await api.listElements({ sessionId, query: { kind: 'insight' } })
  for (const { id: elementId } of items) await api.decideElement({ elementId, body: { status: 'rejected' } })
  const march = (await api.getReport({ query: { from: '2026-02-01', to: '2026-03-31' } })).report
  expect(march).toMatchObject({ sessions: 1, breakthroughs: [], beliefs: [], reflection: '' })
  expect(JSON.stringify(march)).not.toContain('I realised')
})

test('a report tells what became of what was meant, each step with its day and the words for it', async () => {
  const { api, add, read } = await createScene()
  await add('2026-01-05', 'I will call my sister. I would love to learn the piano.')
  await add('2026-02-03', 'Busy week. I finally called my sister!')
  const { actions, adherence } = await read()
  expect(adherence).toEqual({ wished: 1, meant: 1, begun: 0, done: 1, dropped: 0, overdue: 0 })
  expect(actions.find(({ label }) => label.includes('sister'))).toMatchObject({
    steps: [
      { what: 'meant', day: '2026-01-05' },
      { what: 'done', day: '2026-02-03' },
    ],
    quotes: [{ quote: 'I will call my sister.' }, { day: '2026-02-03', quote: 'I finally called my sister!' }],
  })
  const { markdown } = await api.getReport({ query: { ...year, format: 'markdown' } })
  expect(markdown).toContain('1 wished, 1 meant, 1 done.')
  expect(markdown).toContain('meant 2026-01-05, done 2026-02-03')
  const february = await read({ from: '2026-02-01', to: '2026-02-28' })
  expect(february.actions.map(({ steps, quotes }) => [steps, quotes.length])).toEqual([
    [[{ what: 'done', day: '2026-02-03' }], 1],
  ])
})

test('what is done by hand is told on the day of the person, and not at all once it is taken back', async () => {
  world.clock.now = Date.parse('2026-03-10T22:57:00Z')
  const { api, member, read } = await createScene()
  await member.client(settingsApi).updateSettings({ body: { 'journey.zone': 'Europe/Berlin' } })
  const { id: actionId } = await api.createAction({ body: { title: 'buy bread' } })
  await api.updateAction({ actionId, body: { status: 'in-progress' } })
  world.clock.now += 5 * minute
  const change = await api.updateAction({ actionId, body: { status: 'done' } })
  const steps = async () =>
    (await read()).actions.map((action) => action.steps.map(({ what, day }) => `${what} ${day}`))
  expect(await steps()).toEqual([['meant 2026-03-10', 'begun 2026-03-10', 'done 2026-03-11']])
  await member.client(undoApi).undoChange(change)
  expect(await steps()).toEqual([['meant 2026-03-10', 'begun 2026-03-10']])
})

test('what is past its day and neither done nor dropped is overdue in the span of that day', async () => {
  world.clock.now = Date.parse('2026-04-10T12:00:00Z')
  const { api, read } = await createScene()
  const add = (title: string, day: string) => api.createAction({ body: { title, due: { day } } })
  await add('late', '2026-03-31')
  await add('today', '2026-04-10')
  const { id: actionId } = await add('made', '2026-03-30')
  await api.updateAction({ actionId, body: { status: 'done' } })
  const march = await read({ from: '2026-03-01', to: '2026-03-31' })
  expect(march.actions).toEqual([{ label: 'late', steps: [{ what: 'overdue', day: '2026-03-31' }], quotes: [] }])
  expect(march.adherence).toMatchObject({ overdue: 1, done: 0, meant: 0 })
})

test('actions of others, deleted ones and those of deleted sessions are not told', async () => {
  const { api, add, read, actionId } = await createScene()
  const sessionId = await add('2026-01-05', 'I will call my sister. I will paint the fence.')
  const stranger = await createScene()
  expect((await stranger.read()).actions).toEqual([])
  await api.deleteAction({ actionId: await actionId('sister') })
  expect((await read()).actions.map(({ label }) => label)).toEqual(['paint the fence'])
  await api.deleteSession({ sessionId })
  expect((await read()).actions).toEqual([])
})
