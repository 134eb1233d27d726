import { afterAll, beforeAll, expect, test } from 'vitest'
import { undoApi } from '#core/undo/contract'
import { searchApi } from '#core/search/contract'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, register, type World } from '../../../../tests/world/world.ts'
import { journeyApi, type Element } from '../contract.ts'
import { journey } from '../space.ts'

const diary = 'I was so anxious about work today. I will call my sister tomorrow.'

let world: World
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
})
afterAll(() => world[Symbol.asyncDispose]())

async function createScene() {
  const member = await register(world)
  const api = member.client(journeyApi)
  const undo = member.client(undoApi)
  return {
    api,
    member,
    async write(text = diary, date = '2026-03-02') {
      const { id: sessionId } = await api.createSession({ body: { title: `On ${date}`, date } })
      await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
      return sessionId
    },
    again: async (sessionId: string) => untilEnded(member, await api.analyseSession({ sessionId })),
    list: async (query = {}) => (await api.listActions({ query })).items,
    async only() {
      const { items } = await api.listActions()
      expect(items).toHaveLength(1)
      const [action] = items
      if (!action) throw new Error('There is no action')
      return action
    },
    async element(sessionId: string): Promise<Element> {
      const { items } = await api.listElements({ sessionId, query: { kind: 'action' } })
      const [element] = items
      if (!element) throw new Error('No action was found')
      return element
    },
    takeBack: ({ changeId }: { changeId: string }) => undo.undoChange({ changeId }),
  }
}

test('what a session says is an action, with where it was said and what it is about', async () => {
  const { api, write, only, element } = await createScene()
  const sessionId = await write('I will call my sister tomorrow.')
  const action = await only()
  expect(action).toMatchObject({ title: expect.stringContaining('call my sister'), said: 1, polarity: 'do' })
  expect(action.session).toEqual({ id: sessionId, title: 'On 2026-03-02', date: '2026-03-02' })
  const { id, spans } = await element(sessionId)
  const { sayings, moves } = await api.getAction({ actionId: action.id })
  expect(sayings).toMatchObject([{ sessionId, elementId: id, spans }])
  expect(moves).toEqual([])
  expect(action.topic).toBe('siblings')
})

test('reading a session again makes no second action, and what a person set stays', async () => {
  const { api, write, again, only } = await createScene()
  const sessionId = await write()
  const { id: actionId } = await only()
  const due = { day: '2026-04-01', time: '09:30' }
  const body = { title: 'ring Ann', status: 'in-progress', priority: 'high', due, topic: 'sisters' } as const
  await api.updateAction({ actionId, body })
  await again(sessionId)
  expect(await only()).toMatchObject({ id: actionId, ...body })
})

test('the same intention said again is the same action, until it is over', async () => {
  const { api, write, only, list } = await createScene()
  await write('I will call my sister.', '2026-03-02')
  const { id: actionId } = await only()
  await write('I am going to call my sister next week.', '2026-03-09')
  expect(await only()).toMatchObject({ id: actionId, said: 2, session: { date: '2026-03-02' } })
  await api.updateAction({ actionId, body: { status: 'done' } })
  await write('I will call my sister tomorrow.', '2026-03-16')
  expect(await list()).toHaveLength(2)
})

test('not doing a thing is another intention than doing it', async () => {
  const { api, write, list } = await createScene()
  await api.createAction({ body: { title: 'call my brother' } })
  await write('I will not call my brother tomorrow.')
  expect((await list()).map(({ polarity }) => polarity).sort()).toEqual(['avoid', 'do'])
})

test('an action goes with its rejected element and comes back with undo', async () => {
  const { api, member, write, only, list, element, takeBack } = await createScene()
  const sessionId = await write()
  const { id } = await only()
  const { id: elementId } = await element(sessionId)
  const search = async () => (await member.client(searchApi).search({ query: { q: 'kind:action sister' } })).items
  expect((await search()).map((hit) => hit.id)).toEqual([id])
  const change = await api.decideElement({ elementId, body: { status: 'rejected' } })
  expect(await list()).toEqual([])
  expect(await search()).toEqual([])
  await expect(api.getAction({ actionId: id })).rejects.toThrow('There is no such action')
  await takeBack(change)
  expect((await only()).id).toBe(id)
})

test('an action that a person touched stays when its element is rejected or its session deleted', async () => {
  const { api, write, only, element } = await createScene()
  const sessionId = await write()
  const { id: actionId } = await only()
  await api.updateAction({ actionId, body: { priority: 'high' } })
  await api.decideElement({ elementId: (await element(sessionId)).id, body: { status: 'rejected' } })
  expect(await only()).toMatchObject({ id: actionId, said: 0, session: null })
  await api.deleteSession({ sessionId })
  expect((await only()).id).toBe(actionId)
})

test('a deleted session takes its actions along and brings them back', async () => {
  const { api, write, only, list, takeBack } = await createScene()
  const sessionId = await write()
  const before = await only()
  const change = await api.deleteSession({ sessionId })
  expect(await list()).toEqual([])
  await takeBack(change)
  expect(await only()).toMatchObject({ id: before.id, status: before.status, session: before.session })
})

test('agreeing with an element opens its action, and other words for it are its title', async () => {
  const { api, write, only, element } = await createScene()
  const sessionId = await write('I would love to learn the piano.')
  const { id: elementId } = await element(sessionId)
  await api.decideElement({ elementId, body: { label: 'take piano lessons' } })
  expect(await only()).toMatchObject({ status: 'open', title: 'take piano lessons' })
})

test('changes of an action are undone one by one, the newest first', async () => {
  const { api, only, takeBack } = await createScene()
  const { id: actionId } = await api.createAction({ body: { title: 'buy bread', due: { day: '2026-03-05' } } })
  const moved = await api.updateAction({ actionId, body: { status: 'done' } })
  const renamed = await api.updateAction({ actionId, body: { title: 'buy rye bread', due: null } })
  expect(renamed.action).toMatchObject({ title: 'buy rye bread', due: null, status: 'done' })
  await expect(takeBack(moved)).rejects.toThrow('changed again since')
  await takeBack(renamed)
  expect(await only()).toMatchObject({ title: 'buy bread', due: { day: '2026-03-05', time: null }, status: 'done' })
  await takeBack(moved)
  expect(await only()).toMatchObject({ status: 'open', doneAt: null })
  expect((await api.getAction({ actionId })).moves).toEqual([])
})

test('a deleted action is gone until it is put back, and no analysis brings it back', async () => {
  const { api, write, again, only, list, takeBack } = await createScene()
  const sessionId = await write()
  const { id: actionId } = await only()
  const change = await api.deleteAction({ actionId })
  await again(sessionId)
  expect(await list()).toEqual([])
  await expect(api.updateAction({ actionId, body: { status: 'done' } })).rejects.toThrow('There is no such action')
  await takeBack(change)
  expect((await only()).id).toBe(actionId)
})

test('what is over keeps when, and is open again when a person says so', async () => {
  const { api } = await createScene()
  const { id: actionId } = await api.createAction({ body: { title: 'buy bread' } })
  const { action } = await api.updateAction({ actionId, body: { status: 'done' } })
  expect(action.doneAt).toBeGreaterThan(0)
  await api.updateAction({ actionId, body: { status: 'open' } })
  const { moves, doneAt } = await api.getAction({ actionId })
  expect(doneAt).toBeNull()
  expect(moves.map(({ from, to, by }) => [from, to, by])).toEqual([
    ['open', 'done', 'person'],
    ['done', 'open', 'person'],
  ])
})

test('a change needs to say what is to be changed, in words that are not too long', async () => {
  const { api } = await createScene()
  const { id: actionId } = await api.createAction({ body: { title: 'x'.repeat(500) } })
  for (const body of [{}, { title: ' ' }, { title: 'x'.repeat(501) }, { due: { day: '2026-02-30' } }]) {
    await expect(api.updateAction({ actionId, body })).rejects.toMatchObject({ problem: { status: 400 } })
  }
})
