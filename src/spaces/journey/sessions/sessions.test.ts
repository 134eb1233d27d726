import { expect, test } from 'vitest'
import { searchApi } from '#core/search/contract'
import { undoApi } from '#core/undo/contract'
import { createWorld, eventually, register, type Member, type World } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

const diary =
  'I was so anxious about work today. I always fail at presentations. I will call my sister tomorrow. I realised that I need more sleep 😀.'

const createJourneyWorld = () => createWorld({ spaces: [journey] })

async function writeSession(
  world: World,
  { text = diary, title = 'Monday', person }: { text?: string; title?: string; person?: Member } = {},
) {
  const member = person ?? (await register(world))
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: { title } })
  await api.addContent({ sessionId, body: { text } })
  await eventually(
    () => api.getSession({ sessionId }),
    ({ state }) => state === 'ready',
  )
  return { api, member, sessionId }
}

test('a written session is understood, with every quote in its place', async () => {
  await using world = await createJourneyWorld()
  const { api, sessionId } = await writeSession(world)
  const { items } = await api.listElements({ sessionId })
  const { text } = await api.getTranscript({ sessionId })
  expect(text).toBe(diary)
  expect(new Set(items.map(({ kind }) => kind))).toEqual(
    new Set(['emotion', 'topic', 'belief', 'action', 'insight', 'challenge']),
  )
  for (const { spans } of items) for (const { start, end, quote } of spans) expect(text.slice(start, end)).toBe(quote)
})

test('decisions survive another analysis', async () => {
  await using world = await createJourneyWorld()
  const { api, sessionId } = await writeSession(world)
  const { items } = await api.listElements({ sessionId })
  const [first, second, third] = items
  if (!first || !second || !third) throw new Error('Too little was found')
  await api.decideElement({ elementId: first.id, body: { status: 'confirmed' } })
  await api.decideElement({ elementId: second.id, body: { status: 'rejected' } })
  await api.decideElement({ elementId: third.id, body: { label: 'my own words' } })
  await api.analyseSession({ sessionId })
  await eventually(
    () => api.getSession({ sessionId }),
    ({ state }) => state === 'ready',
  )
  const again = await api.listElements({ sessionId })
  expect(again.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
  expect(again.items.slice(0, 3).map(({ status }) => status)).toEqual(['confirmed', 'rejected', 'edited'])
  expect(again.items[2]?.label).toBe('my own words')
})

test('a deleted session is found no more until it is put back', async () => {
  await using world = await createJourneyWorld()
  const { api, member, sessionId } = await writeSession(world)
  const search = member.client(searchApi)
  const find = async () => (await search.search({ query: { q: 'presentations' } })).items.map(({ id }) => id)
  expect(await find()).toEqual([sessionId])
  const { changeId } = await api.deleteSession({ sessionId })
  expect(await find()).toEqual([])
  await expect(api.getSession({ sessionId })).rejects.toThrow('There is no such session')
  await member.client(undoApi).undoChange({ changeId })
  expect(await find()).toEqual([sessionId])
  expect((await api.getSession({ sessionId })).title).toBe('Monday')
})

test('the graph shows what a session mentions and what that is about', async () => {
  await using world = await createJourneyWorld()
  const { api, sessionId } = await writeSession(world)
  const { nodes, edges } = await api.getGraph({ query: { around: sessionId } })
  expect(nodes.map(({ id }) => id)).toContain('emotion:anxious')
  expect(new Set(edges.map(({ type }) => type))).toEqual(new Set(['HAS_SESSION', 'MENTIONS', 'ABOUT', 'IS_A']))
})

test('another person sees nothing of it, in the words for what is missing', async () => {
  await using world = await createJourneyWorld()
  const { api, sessionId } = await writeSession(world)
  const stranger = (await register(world)).client(journeyApi)
  const missing = await stranger
    .getSession({ sessionId: '01a1f950-0000-7000-8000-000000000000' })
    .catch((error: unknown) => error)
  const foreign = await stranger.getSession({ sessionId }).catch((error: unknown) => error)
  expect(foreign).toEqual(missing)
  expect((await stranger.listSessions()).items).toEqual([])
  expect((await api.listSessions()).items).toHaveLength(1)
})
