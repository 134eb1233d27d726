import { expect, test } from 'vitest'
import { day } from '#std/duration'
import { giveUp } from '#core/jobs'
import { jobsApi } from '#core/jobs/contract'
import { settingsApi } from '#core/settings/contract'
import { createErrandWorld, sendErrand } from '../../../tests/world/errands.ts'
import { follow } from '../../../tests/world/live-client.ts'
import type { NotesWorld } from '../../../tests/world/notes-space.ts'
import { listen } from '../../../tests/world/port.ts'
import { readLog } from '../../../tests/world/read-log.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { eventually, register, registerAdministrator, signIn, type Member } from '../../../tests/world/world.ts'
import { mutedSetting, notificationNotFound, notificationsApi } from './contract.ts'
import { notificationTables } from './schema.ts'

const createFailingWorld = () => createErrandWorld({ run: () => Promise.reject(giveUp('Out of paper.')) })

const listOf = async (member: Member) => (await member.client(notificationsApi).listNotifications()).items
const kindsOf = async (member: Member) => (await listOf(member)).map(({ kind }) => kind)
const unreadOf = async (member: Member) => (await member.client(notificationsApi).getNotificationSummary()).unread

/** Waits until everything that happened so far has been told. */
async function settled(world: NotesWorld) {
  const core = world.core()
  const last = (await readLog(core)).at(-1)
  await core.events.passed(last?.position ?? 0, AbortSignal.timeout(10_000))
}

/** Lets the consumer begin again at the beginning of the log. */
async function tellAgain(world: NotesWorld) {
  await settled(world)
  await world.core().db.write(async (tx) => {
    const consumers = tx.$extendTables<{ event_consumers: { name: string; position: number } }>()
    const own = consumers.updateTable('event_consumers').where('name', '=', 'notifications.telling')
    await own.set({ position: 0 }).execute()
  })
  await world.restart()
  await settled(world)
}

/** Lets errands of this person fail, one after the other, and waits until they were told. */
async function fail(world: NotesWorld, member: Member, times = 1) {
  for (let i = 0; i < times; i += 1) {
    const { id } = await sendErrand(world, { owner: member.id })
    await eventually(
      () => member.client(jobsApi).getJob({ jobId: id }),
      ({ state }) => state === 'failed',
    )
  }
  await eventually(
    async () => {
      await settled(world)
      return listOf(member)
    },
    ({ length }) => length >= times,
  )
}

/** Something that happened, as another module would tell it. */
async function happen(world: NotesWorld, owner: string, about: { name: `${string}.${string}`; payload?: object }) {
  const { db, events } = world.core()
  const event = {
    topic: 'tests',
    entity: 'thing',
    owner,
    actor: owner,
    name: about.name,
    payload: { ...about.payload },
  }
  await db.write((tx) => events.append(tx, event))
}

test('a job that stops for good is told to its owner once, with where to look', async () => {
  await using world = await createFailingWorld()
  const [ada, bob] = [await register(world), await register(world)]
  await fail(world, ada)
  expect(await listOf(ada)).toMatchObject([
    {
      kind: 'jobs.job-stopped',
      title: 'Something you started could not be finished',
      link: '/activity',
      level: 'problem',
      readAt: null,
    },
  ])
  expect([await unreadOf(ada), await unreadOf(bob), await listOf(bob)]).toEqual([1, 0, []])
})

test('administrators hear that a job of somebody stopped, but not what it was about, and of their own only once', async () => {
  await using world = await createFailingWorld()
  const administrator = await registerAdministrator(world)
  const member = await register(world)
  await sendErrand(world, { owner: member.id, subject: 'a secret subject', label: 'a secret label' })
  await eventually(
    () => listOf(administrator),
    ({ length }) => length === 1,
  )
  const [told] = await listOf(administrator)
  expect(told).toMatchObject({
    kind: 'jobs.any-job-stopped',
    body: 'Its kind is “tests.errand”.',
    link: '/administration/jobs',
  })
  expect(JSON.stringify(told)).not.toMatch(/secret|someone/)
  expect(JSON.stringify(told)).not.toContain(member.id)
  await fail(world, administrator, 1)
  await settled(world)
  expect(await kindsOf(administrator)).toEqual(['jobs.job-stopped', 'jobs.any-job-stopped'])
})

test('the word of a space comes before that of the core', async () => {
  await using world = await createFailingWorld()
  const ada = await register(world)
  await happen(world, ada.id, { name: 'jobs.job-changed', payload: { kind: 'notes.print-note', state: 'failed' } })
  await settled(world)
  expect(await listOf(ada)).toMatchObject([{ kind: 'notes.note-not-printed', title: 'A note could not be printed' }])
})

const untold = [
  { kind: 'tests.errand', state: 'done' },
  { kind: 'tests.errand', state: 'queued' },
  { kind: 'tests.errand', state: 'cancelled' },
  { kind: 'tests.errand', state: 'failed', parent: 'another job' },
  { state: 'failed' },
  {},
]

test('what needs nobody is not told: other states, parts of a larger job, people who are not there', async () => {
  await using world = await createFailingWorld()
  const administrator = await registerAdministrator(world)
  for (const payload of untold) await happen(world, administrator.id, { name: 'jobs.job-changed', payload })
  await happen(world, 'nobody', { name: 'account.replay-refused' })
  await happen(world, administrator.id, { name: 'tests.replay-refused' })
  await settled(world)
  expect(await listOf(administrator)).toEqual([])
})

test('an event that is handled again is not told again', async () => {
  await using world = await createFailingWorld()
  const ada = await register(world)
  await happen(world, ada.id, { name: 'account.password-changed' })
  await tellAgain(world)
  expect(await kindsOf(ada)).toEqual(['account.password-changed'])
  const raised = (await readLog(world.core())).filter(({ name }) => name === 'notifications.notification-raised')
  expect(raised).toMatchObject([{ owner: ada.id, topic: 'notifications', payload: { level: 'warning' } }])
})

test('what happened longer than a day ago is history: a record that is taken over tells nothing of it', async () => {
  await using world = await createFailingWorld()
  const ada = await register(world, 'Ada')
  await happen(world, ada.id, { name: 'account.password-changed' })
  await settled(world)
  await world.core().db.write((tx) => notificationTables(tx).deleteFrom('notifications').execute())
  world.clock.now += day + 1
  await tellAgain(world)
  expect(await listOf(await signIn(world, 'Ada'))).toEqual([])
})

test('a muted kind stands in the list as read, and is not passed on', async () => {
  await using world = await createFailingWorld()
  const ada = await register(world)
  await ada.client(settingsApi).updateSettings({ body: { [mutedSetting]: ['jobs.job-stopped'] } })
  await fail(world, ada)
  expect(await unreadOf(ada)).toBe(0)
  expect((await listOf(ada))[0]?.readAt).not.toBeNull()
  const names = (await readLog(world.core())).map(({ name }) => name)
  expect(names).not.toContain('notifications.notification-raised')
})

test('open pages hear of a notification, and of its being read, and nobody else does', async () => {
  await using world = await createFailingWorld()
  const port = await listen(world)
  const [ada, bob] = [await register(world), await register(world)]
  const [mine, theirs] = await Promise.all(
    [ada, bob].map(({ token }) => follow(port, token, { topic: 'notifications' })),
  )
  if (!mine || !theirs) throw new Error('unreachable')
  using live = mine.live
  using other = theirs.live
  await fail(world, ada)
  const [{ id } = { id: '' }] = await listOf(ada)
  expect(await live.next('event')).toMatchObject({
    name: 'notifications.notification-raised',
    entity: id,
    payload: { kind: 'jobs.job-stopped', level: 'problem' },
  })
  await ada.client(notificationsApi).readNotification({ notificationId: id })
  expect(await live.next('event')).toMatchObject({ name: 'notifications.notifications-read', entity: id })
  expect(other.frames.filter(({ type }) => type === 'event')).toEqual([])
})

test('notifications are read one by one or all at once, and reading twice changes nothing', async () => {
  await using world = await createFailingWorld()
  const ada = await register(world)
  const api = ada.client(notificationsApi)
  await fail(world, ada, 3)
  const [newest] = await listOf(ada)
  const notificationId = newest?.id ?? ''
  const read = await api.readNotification({ notificationId })
  expect(read.readAt).toBeGreaterThanOrEqual(read.at)
  expect(await api.readNotification({ notificationId })).toEqual(read)
  expect(await api.getNotificationSummary()).toEqual({ unread: 2 })
  const unread = (await api.listNotifications({ query: { state: 'unread' } })).items
  expect(unread.map(({ id }) => id)).not.toContain(notificationId)
  expect((await api.listNotifications({ query: { state: 'read' } })).items).toEqual([read])
  expect(await api.readAllNotifications()).toEqual({ unread: 0 })
  expect(await api.readAllNotifications()).toEqual({ unread: 0 })
  const told = (await readLog(world.core())).filter(({ name }) => name === 'notifications.notifications-read')
  expect(told.map(({ entity }) => entity)).toEqual([notificationId, ada.id])
})

test('what belongs to somebody else is as if it were not there', async () => {
  await using world = await createFailingWorld()
  const [ada, bob] = [await register(world), await register(world)]
  await fail(world, ada)
  const [{ id: foreign } = { id: '' }] = await listOf(ada)
  const missing = '0198c5a2-0000-7000-8000-000000000000'
  const api = bob.client(notificationsApi)
  const [first, second] = await Promise.all(
    [foreign, missing].map((notificationId) => refusalOf(api.readNotification({ notificationId }))),
  )
  expect(first?.is(notificationNotFound)).toBe(true)
  expect({ ...first?.problem, requestId: '' }).toEqual({ ...second?.problem, requestId: '' })
  await api.readAllNotifications()
  expect(await unreadOf(ada)).toBe(1)
})

test('pages follow one another, newest first, without a gap or a repetition', async () => {
  await using world = await createFailingWorld()
  const ada = await register(world)
  for (let i = 0; i < 7; i += 1) await happen(world, ada.id, { name: 'account.password-changed' })
  await settled(world)
  const api = ada.client(notificationsApi)
  const seen: number[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await api.listNotifications({ query: { limit: 3, cursor } })
    seen.push(...items.map(({ at }) => at))
    cursor = next ?? undefined
  } while (cursor !== undefined)
  expect(seen).toHaveLength(7)
  expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a))
})

test('after ninety days a notification is gone', async () => {
  await using world = await createFailingWorld()
  const ada = await register(world, 'Ada')
  await happen(world, ada.id, { name: 'account.password-changed' })
  await settled(world)
  const count = async () =>
    (await notificationTables(world.core().db.read).selectFrom('notifications').select('id').execute()).length
  expect(await count()).toBe(1)
  world.clock.now += 89 * day
  await world.restart()
  expect(await count()).toBe(1)
  world.clock.now += 2 * day
  await world.restart()
  await eventually(count, (left) => left === 0)
})
