import { expect, test } from 'vitest'
import { ServerFrame } from '#contract/live'
import { jobsApi } from '#core/jobs/contract'
import { searchApi } from '#core/search/contract'
import { undoApi } from '#core/undo/contract'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, eventually, register, type Member, type World } from '../../../../tests/world/world.ts'
import { journeyApi, journeyTopic } from '../contract.ts'
import { journey } from '../space.ts'

const openWorld = () => createWorld({ spaces: [journey] })
const long = 'I was so anxious about work today. I always fail at presentations. '.repeat(3000)

async function write(member: Member, text: string) {
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: {} })
  const { job } = await api.addContent({ sessionId, body: { text } })
  return { api, sessionId, job }
}

test('a text in a language without an analyser is kept and found, and says so', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const text = 'Сегодня я очень волновался перед разговором с начальником. Это был трудный день, и я устал.'
  const { api, sessionId, job } = await write(member, text)
  await untilEnded(member, job)
  expect(await api.getSession({ sessionId })).toMatchObject({
    language: 'ru',
    isAnalysed: false,
    valence: null,
    state: 'ready',
    counts: { emotion: 0, topic: 0, belief: 0, challenge: 0, insight: 0, action: 0 },
  })
  expect((await api.listElements({ sessionId })).items).toEqual([])
  const found = await member.client(searchApi).search({ query: { q: 'НАЧАЛЬНИКОМ' } })
  expect(found.items.map(({ id }) => id)).toEqual([sessionId])
})

test('progress follows the job from empty to ready', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: {} })
  expect(await api.getProgress({ sessionId })).toMatchObject({ state: 'empty', job: null })
  await expect(api.analyseSession({ sessionId })).rejects.toMatchObject({ problem: { status: 409 } })
  const { job } = await api.addContent({ sessionId, body: { text: long } })
  const running = await eventually(
    () => api.getProgress({ sessionId }),
    ({ state }) => state === 'analysing',
  )
  expect(running.job).toMatchObject({ id: job.id, steps: ['segment', 'analyse', 'store'] })
  await untilEnded(member, job)
  const { state, job: done, counts } = await api.getProgress({ sessionId })
  expect({ state, finished: done?.finished }).toEqual({
    state: 'ready',
    finished: ['segment', 'analyse', 'store'],
  })
  expect(counts).toEqual((await api.getSession({ sessionId })).counts)
})

test('a cancelled analysis leaves the text, and can be sent again', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const { api, sessionId, job } = await write(member, long)
  await eventually(
    () => api.getProgress({ sessionId }),
    ({ state }) => state === 'analysing',
  )
  await member.client(jobsApi).cancelJob({ jobId: job.id })
  expect((await untilEnded(member, job)).state).toBe('cancelled')
  expect(await api.getSession({ sessionId })).toMatchObject({ state: 'failed', language: null })
  expect((await api.getTranscript({ sessionId })).text).toBe(long)
  await member.client(jobsApi).retryJob({ jobId: job.id })
  expect((await untilEnded(member, job)).state).toBe('done')
  expect((await api.getSession({ sessionId })).state).toBe('ready')
})

test('an earlier analysis still stands when a later one is cancelled', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const { api, sessionId, job } = await write(member, 'I was so anxious.')
  await untilEnded(member, job)
  const later = await api.addContent({ sessionId, body: { text: long } })
  await member.client(jobsApi).cancelJob({ jobId: later.job.id })
  await untilEnded(member, later.job)
  expect(await api.getSession({ sessionId })).toMatchObject({ state: 'ready', language: 'en' })
  expect((await api.listElements({ sessionId })).items).not.toEqual([])
})

async function listen(world: World, { token }: Member) {
  const socket = await world.app.http.injectWS('/api/v1/live', { headers: { host: 'cairn.test' } })
  const frames: ServerFrame[] = []
  socket.on('message', (data: Buffer) => frames.push(ServerFrame.parse(JSON.parse(data.toString()))))
  socket.send(JSON.stringify({ type: 'sign-in', token }))
  socket.send(JSON.stringify({ type: 'subscribe', topic: journeyTopic }))
  await eventually(
    async () => frames,
    (seen) => seen.some(({ type }) => type === 'subscribed'),
  )
  return { frames, events: () => frames.flatMap((frame) => (frame.type === 'event' ? [frame] : [])), socket }
}

test('every action is told once, live, with the id of its session', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const { events, socket } = await listen(world, member)
  const other = await register(world)
  await write(other, 'Somebody else was here.')
  const { api, sessionId, job } = await write(member, 'I was so anxious about work.')
  await untilEnded(member, job)
  await api.updateSession({ sessionId, body: { title: 'Tuesday' } })
  const [element] = (await api.listElements({ sessionId })).items
  await api.decideElement({ elementId: element?.id ?? '', body: { status: 'confirmed' } })
  await member.client(undoApi).undoChange(await api.deleteSession({ sessionId }))
  await eventually(
    async () => events(),
    ({ length }) => length >= 7,
  )
  expect(events().map(({ name }) => name)).toEqual([
    'journey.session-created',
    'journey.content-added',
    'journey.session-analysed',
    'journey.session-updated',
    'journey.element-decided',
    'journey.session-deleted',
    'journey.session-restored',
  ])
  for (const { entity, payload } of events())
    expect({ entity, payload }).toMatchObject({ entity: sessionId, payload: { sessionId } })
  socket.terminate()
})
