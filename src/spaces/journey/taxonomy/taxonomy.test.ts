import { expect, test } from 'vitest'
import { undoApi } from '#core/undo/contract'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { createWorld, eventually, register, type Member, type World } from '../../../../tests/world/world.ts'
import { journeyApi, type ElementKind } from '../contract.ts'
import { journey } from '../space.ts'

const openWorld = () => createWorld({ spaces: [journey] })

async function write(member: Member, text: string) {
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: {} })
  await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
  return sessionId
}

async function find(member: Member, sessionId: string, kind: ElementKind) {
  const { items } = await member.client(journeyApi).listElements({ sessionId, query: { kind } })
  return items
}

const labelsOf = async (member: Member, sessionId: string, kind: ElementKind) =>
  (await find(member, sessionId, kind)).filter(({ status }) => status !== 'rejected').map(({ label }) => label)

async function readAgain(member: Member) {
  const api = member.client(journeyApi)
  const { sessions } = await api.readAgain()
  await eventually(
    () => api.listSessions({ query: { limit: 100 } }),
    ({ items }) => items.every(({ state }) => state === 'ready'),
  )
  return sessions
}

async function openMember() {
  const world = await openWorld()
  return { world, member: await register(world) }
}

const openTopic = async (member: Member) => {
  const body = { label: 'Harbour', domain: 'work', terms: ['the pier', 'Moritz'] }
  const { topics } = await member.client(journeyApi).addTopic({ body })
  return topics.flatMap(({ leaves }) => leaves).find(({ label }) => label === 'Harbour')?.topicId ?? ''
}

test('an own topic is found by its words once the sessions are read again', async () => {
  const { world, member } = await openMember()
  await using _: World = world
  const sessionId = await write(member, 'Moritz wants the pier by June. I slept well.')
  await openTopic(member)
  expect((await member.client(journeyApi).getTaxonomy()).sessionsToRead).toBe(1)
  expect(await readAgain(member)).toBe(1)
  expect(await labelsOf(member, sessionId, 'topic')).toContain('Harbour')
  expect((await member.client(journeyApi).getTaxonomy()).sessionsToRead).toBe(0)
})

test('what a session was being read without is told, also when it is done later', async () => {
  const { world, member } = await openMember()
  await using _: World = world
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: {} })
  const text = 'Moritz wants the pier by June, and I was anxious about work. '.repeat(3000)
  const { job } = await api.addContent({ sessionId, body: { text } })
  await eventually(
    () => api.getProgress({ sessionId }),
    (progress) => progress.job?.progress?.step === 'analyse',
  )
  await openTopic(member)
  await untilEnded(member, job)
  expect((await api.getTaxonomy()).sessionsToRead).toBe(1)
  expect(await readAgain(member)).toBe(1)
  expect(await labelsOf(member, sessionId, 'topic')).toContain('Harbour')
  expect((await api.getTaxonomy()).sessionsToRead).toBe(0)
})

test('an own word stands for a feeling of the tree, and a silenced one for none', async () => {
  const { world, member } = await openMember()
  await using _: World = world
  const api = member.client(journeyApi)
  await api.addWord({ body: { kind: 'emotion', label: 'anxious', term: 'the  Knot', sense: 'means' } })
  await api.addWord({ body: { kind: 'emotion', label: null, term: 'happy', sense: 'not' } })
  const sessionId = await write(member, 'I had the knot all day. My cat Happy slept; happy is a good name.')
  const emotions = await labelsOf(member, sessionId, 'emotion')
  expect(emotions).toContain('anxious')
  expect(emotions).not.toContain('happy')
})

test('the tree tells what a feeling is like, and what other systems call it', async () => {
  const { world, member } = await openMember()
  await using _: World = world
  const { emotions } = await member.client(journeyApi).getTaxonomy()
  const anxious = emotions.flatMap(({ leaves }) => leaves).find(({ label }) => label === 'anxious')
  expect(anxious?.affect).toEqual({ valence: 'unpleasant', arousal: 'high', control: 'low' })
  expect(anxious?.elsewhere.map(({ system, names }) => [system, names[0]])).toEqual([
    ['ekman', 'fear'],
    ['goemotions', 'nervousness'],
    ['plutchik', 'apprehension'],
    ['geneva', 'fear'],
    ['lemotif', 'anxious'],
    ['empathetic-dialogues', 'anxious'],
  ])
})

test('a feeling that was found carries what it is like', async () => {
  const { world, member } = await openMember()
  await using _: World = world
  const [furious] = await find(member, await write(member, 'I was furious about the tram.'), 'emotion')
  expect(furious?.traits.affect).toEqual({ valence: 'unpleasant', arousal: 'high', control: 'high' })
})

test('a topic is renamed with its words, and comes back whole after it was removed', async () => {
  const { world, member } = await openMember()
  await using _: World = world
  const api = member.client(journeyApi)
  const topicId = await openTopic(member)
  const renamed = await api.changeTopic({ topicId, body: { label: 'The pier' } })
  expect(renamed.words.map(({ label, term }) => [label, term])).toEqual([
    ['The pier', 'moritz'],
    ['The pier', 'the pier'],
  ])
  const { taxonomy, changeId } = await api.removeTopic({ topicId })
  expect(taxonomy.words).toEqual([])
  await member.client(undoApi).undoChange({ changeId })
  expect((await api.getTaxonomy()).words).toEqual(renamed.words)
})

test('what is taken, unknown or somebody else’s is refused', async () => {
  const { world, member } = await openMember()
  await using _: World = world
  const api = member.client(journeyApi)
  const topicId = await openTopic(member)
  const stranger = (await register(world)).client(journeyApi)
  expect(await refusalOf(api.addTopic({ body: { label: 'sleep', domain: 'work' } }))).toMatchObject({
    problem: { status: 409 },
  })
  expect(await refusalOf(api.addTopic({ body: { label: 'harbour', domain: 'work' } }))).toMatchObject({
    problem: { status: 409 },
  })
  expect(await refusalOf(api.addTopic({ body: { label: 'Moon', domain: 'space' } }))).toMatchObject({
    problem: { status: 422 },
  })
  const word = { kind: 'emotion', label: 'blorbed', term: 'blorb', sense: 'means' } as const
  expect(await refusalOf(api.addWord({ body: word }))).toMatchObject({ problem: { status: 422 } })
  expect(await refusalOf(stranger.removeTopic({ topicId }))).toMatchObject({ problem: { status: 404 } })
  expect((await stranger.getTaxonomy()).words).toEqual([])
})

test('calling a feeling by another name teaches its words, and taking that back unlearns them', async () => {
  const { world, member } = await openMember()
  await using _: World = world
  const api = member.client(journeyApi)
  const first = await write(member, 'I was furious about the tram.')
  const [angry] = await find(member, first, 'emotion')
  const { changeId } = await api.decideElement({ elementId: angry?.id ?? '', body: { label: 'frustrated' } })
  const { words } = await api.getTaxonomy()
  expect(words.map(({ label, term, sense, origin }) => [label, term, sense, origin])).toEqual([
    [angry?.label, 'furious', 'not', 'decision'],
    ['frustrated', 'furious', 'means', 'decision'],
  ])
  expect(await labelsOf(member, await write(member, 'I was furious again.'), 'emotion')).toEqual(['frustrated'])
  await member.client(undoApi).undoChange({ changeId })
  expect((await api.getTaxonomy()).words).toEqual([])
})

test('words are silenced once they were rejected in two sessions', async () => {
  const { world, member } = await openMember()
  await using _: World = world
  const api = member.client(journeyApi)
  for (const expected of [0, 1]) {
    const sessionId = await write(member, 'My brother came. He likes the garden.')
    const [siblings] = (await find(member, sessionId, 'topic')).filter(({ label }) => label === 'siblings')
    await api.decideElement({ elementId: siblings?.id ?? '', body: { status: 'rejected' } })
    expect((await api.getTaxonomy()).words).toHaveLength(expected)
  }
  expect(await labelsOf(member, await write(member, 'My brother came.'), 'topic')).not.toContain('siblings')
})
