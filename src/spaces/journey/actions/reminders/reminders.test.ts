import { expect, test } from 'vitest'
import type { z } from 'zod'
import { minute } from '#std/duration'
import { jobsApi } from '#core/jobs/contract'
import { notificationsApi } from '#core/notifications/contract'
import { settingsApi, type SettingValues } from '#core/settings/contract'
import { createNotesWorld, type NotesWorld } from '../../../../../tests/world/notes-space.ts'
import { readLog } from '../../../../../tests/world/read-log.ts'
import { eventually, register, signIn } from '../../../../../tests/world/world.ts'
import { journeyApi, type ActionDraft } from '../../contract.ts'
import { journey } from '../../space.ts'
import { actionDue, reflectionReminder } from './notification-sources.ts'
import { remind } from './remind.ts'
import { readWishes } from './settings.ts'

const due = { day: '2026-03-05' }

/** Berlin, the evening before. */
async function createScene(wishes: SettingValues = {}) {
  const world = await createNotesWorld({ spaces: [journey] })
  world.clock.now = Date.parse('2026-03-04T19:00:00Z')
  const member = await register(world, 'Bob')
  const api = member.client(journeyApi)
  await member.client(settingsApi).updateSettings({ body: { 'journey.zone': 'Europe/Berlin', ...wishes } })
  return {
    world,
    api,
    add: (title: string, rest: Partial<z.input<typeof ActionDraft>> = {}) =>
      api.createAction({ body: { title, due, ...rest } }),
    /** What the person is told at this moment. */
    async toldAt(time: string) {
      world.clock.now = Date.parse(time)
      return tell(world, member.id)
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

/** Does what the job of the person does, and reads what its events tell. */
async function tell(world: NotesWorld, owner: string) {
  const core = world.core()
  const wishes = await readWishes(core, owner)
  const before = (await readLog(core)).length
  await core.db.write((tx) => remind(core, tx, { owner, wishes }))
  const events = (await readLog(core)).slice(before)
  return events
    .flatMap((event) => [actionDue.from(event), reflectionReminder.from(event)])
    .flatMap((draft) => (draft ? [`${draft.title}: ${draft.body ?? ''}`] : []))
}

test('what is due is told of once, on the morning of its day in the zone of the person', async () => {
  await using scene = await createScene()
  await scene.add('buy bread')
  expect(await scene.toldAt('2026-03-05T06:59:00Z')).toEqual([])
  expect(await scene.toldAt('2026-03-05T07:00:01Z')).toEqual(['buy bread: Due today.'])
  expect(await scene.toldAt('2026-03-05T07:05:00Z')).toEqual([])
  await scene.world.restart()
  expect(await scene.toldAt('2026-03-05T12:00:00Z')).toEqual([])
})

test('another day is another reminder', async () => {
  await using scene = await createScene()
  const { id: actionId } = await scene.add('buy bread')
  expect(await scene.toldAt('2026-03-05T07:00:01Z')).toHaveLength(1)
  const api = (await signIn(scene.world, 'Bob')).client(journeyApi)
  await api.updateAction({ actionId, body: { due: { day: '2026-03-06', time: '15:00' } } })
  expect(await scene.toldAt('2026-03-06T13:55:00Z')).toEqual(['buy bread: Due today at 15:00.'])
})

test('what nobody could tell in time is told by daylight, as late', async () => {
  await using scene = await createScene()
  await scene.add('buy bread')
  expect(await scene.toldAt('2026-03-05T21:00:00Z')).toEqual([])
  expect(await scene.toldAt('2026-03-06T07:30:00Z')).toEqual(['buy bread: It was due on 2026-03-05.'])
})

test('what is done, dropped, only proposed, deleted or long past is not told of', async () => {
  await using scene = await createScene()
  for (const status of ['done', 'dropped', 'proposed'] as const) await scene.add(status, { status })
  await scene.add('long ago', { due: { day: '2025-01-01' } })
  const { id: actionId } = await scene.add('deleted')
  await scene.api.deleteAction({ actionId })
  expect(await scene.toldAt('2026-03-05T07:00:01Z')).toEqual([])
})

test('who does not want to hear of what is due hears nothing', async () => {
  await using scene = await createScene({ 'journey.due-reminders': false })
  await scene.add('buy bread')
  expect(await scene.toldAt('2026-03-05T07:00:01Z')).toEqual([])
})

test('a summary is told once in its evening, and left out when the evening is over', async () => {
  await using scene = await createScene({ 'journey.reminders': 'daily' })
  await scene.add('buy bread', { due: null })
  await scene.add('pay rent', { due: { day: '2026-03-04' } })
  const words = ['A moment to look back: Today: 0 reflections, 0 actions done. 2 still open, 1 of them overdue.']
  expect(await scene.toldAt('2026-03-05T16:59:00Z')).toEqual([])
  expect(await scene.toldAt('2026-03-05T17:00:01Z')).toEqual(words)
  expect(await scene.toldAt('2026-03-05T18:00:00Z')).toEqual([])
  expect(await scene.toldAt('2026-03-06T21:00:00Z')).toEqual([])
})

test('the jobs make a notification of it, and are no jobs of the person', async () => {
  await using scene = await createScene()
  const { world } = scene
  world.clock.now = Date.parse('2026-03-05T07:55:00Z')
  const member = await register(world)
  await member.client(journeyApi).createAction({ body: { title: 'buy bread', due } })
  world.clock.now += 6 * minute
  const look = { kind: 'journey.find-reminders', owner: '', payload: {} }
  await world.core().db.write((tx) => world.core().jobs.enqueue(tx, look))
  const list = () => member.client(notificationsApi).listNotifications()
  const { items } = await eventually(list, (told) => told.items.length > 0, 40_000)
  expect(items).toMatchObject([{ kind: 'journey.action-due', title: 'buy bread', level: 'warning' }])
  const jobs = await member.client(jobsApi).listJobs()
  expect(jobs.items.map(({ kind }) => kind)).toEqual(['journey.refresh-patterns'])
}, 60_000)
