import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settingsApi } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, register, type World } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'
import { nextDue } from './renewal.ts'

test.each([
  ['daily', '2026-03-05', '2026-03-05', '2026-03-06'],
  ['daily', '2026-03-06', '2026-03-05', '2026-03-07'],
  ['daily', '2026-02-01', '2026-03-05', '2026-03-06'],
  ['daily', null, '2026-12-31', '2027-01-01'],
  ['every morning', null, '2026-03-05', '2026-03-06'],
  ['weekly', '2026-03-05', '2026-03-05', '2026-03-12'],
  ['weekly', '2026-02-03', '2026-03-05', '2026-03-10'],
  ['weekly', '2026-03-10', '2026-03-05', '2026-03-17'],
  ['every Sunday', null, '2026-03-05', '2026-03-08'],
  ['on Sundays', '2026-03-08', '2026-03-08', '2026-03-15'],
  ['monthly', '2026-03-05', '2026-03-05', '2026-04-05'],
  ['monthly', '2026-01-31', '2026-01-31', '2026-02-28'],
  ['monthly', '2028-01-31', '2028-01-31', '2028-02-29'],
  ['monthly', '2025-11-30', '2026-03-05', '2026-03-30'],
  ['monthly', '2025-12-15', '2025-12-20', '2026-01-15'],
])('%s, due on %s and done on %s, comes again on %s', (...given) => {
  const [recurrence, due_day, today, expected] = given
  expect(nextDue({ recurrence, due_day, month_day: null }, today)?.due_day).toBe(expected)
})

test('the last day of a month comes back after a shorter one', () => {
  const february = nextDue({ recurrence: 'monthly', due_day: '2026-01-31', month_day: null }, '2026-01-31')
  expect(february).toEqual({ due_day: '2026-02-28', month_day: 31 })
  const march = nextDue({ recurrence: 'monthly', due_day: '2026-02-28', month_day: 31 }, '2026-02-28')
  expect(march).toEqual({ due_day: '2026-03-31', month_day: 31 })
})

test.each([null, 'twice a week', 'every other Friday', 'on weekdays', 'yearly'])('%s is not renewed', (recurrence) => {
  expect(nextDue({ recurrence, due_day: '2026-03-05', month_day: null }, '2026-03-05')).toBeUndefined()
})

let world: World
beforeAll(async () => {
  world = await createWorld({ spaces: [journey], now: Date.parse('2026-03-05T12:00:00Z') })
})
afterAll(() => world[Symbol.asyncDispose]())

async function createScene() {
  const member = await register(world)
  const api = member.client(journeyApi)
  const move = (actionId: string, status: 'done' | 'open') => api.updateAction({ actionId, body: { status } })
  return { member, api, move, takeBack: (change: { changeId: string }) => member.client(undoApi).undoChange(change) }
}

describe('an action that comes again and again', () => {
  test('is open again for its next day once it is done, and one undo takes both back', async () => {
    const { api, move, takeBack } = await createScene()
    const due = { day: '2026-03-05', time: '08:00' }
    const { id } = await api.createAction({ body: { title: 'water the plants', due, recurrence: 'weekly' } })
    const { action, changeId } = await move(id, 'done')
    expect(action).toMatchObject({ status: 'open', due: { day: '2026-03-12', time: '08:00' }, doneAt: null })
    const { moves } = await api.getAction({ actionId: id })
    expect(moves.map(({ from, to, by }) => [from, to, by])).toEqual([
      ['open', 'done', 'person'],
      ['done', 'open', 'renewal'],
    ])
    await takeBack({ changeId })
    expect(await api.getAction({ actionId: id })).toMatchObject({ status: 'open', due, moves: [] })
  })

  test('counts its days in the zone of the person', async () => {
    const { api, member, move } = await createScene()
    await member.client(settingsApi).updateSettings({ body: { 'journey.zone': 'Pacific/Kiritimati' } })
    const { id } = await api.createAction({ body: { title: 'write a page', recurrence: 'daily' } })
    expect((await move(id, 'done')).action.due?.day).toBe('2026-03-07')
  })

  test('is done each time in the report', async () => {
    const { api, move } = await createScene()
    const { id } = await api.createAction({ body: { title: 'run', recurrence: 'daily' } })
    await move(id, 'done')
    await move(id, 'done')
    const { report } = await api.getReport({ query: { from: '2026-03-01', to: '2026-03-31' } })
    expect(report.actions[0]?.steps.map(({ what }) => what)).toEqual(['meant', 'done', 'done'])
  })

  test('keeps its next day when the session that said it is read again, and is over once it is dropped', async () => {
    const { api, member, move } = await createScene()
    const { id: sessionId } = await api.createSession({ body: { date: '2026-03-05' } })
    const text = 'I will call my sister every Sunday.'
    await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
    const [said] = (await api.listActions()).items
    await move(said?.id ?? '', 'done')
    await untilEnded(member, await api.analyseSession({ sessionId }))
    expect((await api.listActions()).items).toMatchObject([
      { id: said?.id, status: 'open', due: { day: '2026-03-08' } },
    ])
    const body = { status: 'dropped' } as const
    expect((await api.updateAction({ actionId: said?.id ?? '', body })).action.status).toBe('dropped')
  })

  test('is renewed by an answer, which can be taken back as well', async () => {
    const { api, member, takeBack } = await createScene()
    await api.createAction({ body: { title: 'call my sister', recurrence: 'weekly', due: { day: '2026-03-06' } } })
    const { id: sessionId } = await api.createSession({ body: { date: '2026-03-06' } })
    await untilEnded(member, (await api.addContent({ sessionId, body: { text: 'I finally called my sister.' } })).job)
    const [question] = (await api.listQuestions()).items
    const change = await api.answerQuestion({ questionId: question?.id ?? '', body: { answer: 'yes' } })
    const due = async () => (await api.listActions()).items.map((action) => [action.status, action.due?.day])
    expect(await due()).toEqual([['open', '2026-03-13']])
    await takeBack(change)
    expect(await due()).toEqual([['open', '2026-03-06']])
  })
})
