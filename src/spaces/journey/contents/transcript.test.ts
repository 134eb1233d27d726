import { expect, test } from 'vitest'
import { undoApi } from '#core/undo/contract'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, eventually, register, type Member } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

const openWorld = () => createWorld({ spaces: [journey] })
const long = 'I was so anxious about work today. I always fail at presentations. '.repeat(1500)

async function write(member: Member, text: string) {
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: {} })
  const { job } = await api.addContent({ sessionId, body: { text } })
  return { api, sessionId, job }
}

async function assertSpans({ api, sessionId }: Pick<Awaited<ReturnType<typeof write>>, 'api' | 'sessionId'>) {
  const { text } = await api.getTranscript({ sessionId })
  const { items } = await api.listElements({ sessionId, query: { limit: 100 } })
  for (const { spans } of items) {
    expect(spans).not.toEqual([])
    for (const { start, end, quote } of spans) expect(text.slice(start, end)).toBe(quote)
  }
  return items
}

test('appended content leaves every earlier span and decision in its place', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const { api, sessionId, job } = await write(member, '😀 I was so anxious about work. I will call my sister.\r\n')
  await untilEnded(member, job)
  const before = await assertSpans({ api, sessionId })
  const [first, second] = before
  if (!first || !second) throw new Error('Too little was found')
  await api.decideElement({ elementId: first.id, body: { label: 'my word' } })
  await api.decideElement({ elementId: second.id, body: { status: 'rejected' } })
  const vtt = new File(['WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>I felt proud.'], 'talk.vtt')
  await untilEnded(member, (await api.addContent({ sessionId, file: vtt })).job)
  const after = new Map((await assertSpans({ api, sessionId })).map((element) => [element.id, element]))
  expect(after.get(first.id)).toMatchObject({ label: 'my word', status: 'edited' })
  expect(after.get(second.id)?.status).toBe('rejected')
  for (const { id, spans } of before) expect(after.get(id)?.spans).toEqual(expect.arrayContaining(spans))
  const { text, segments } = await api.getTranscript({ sessionId })
  expect(segments.map(({ start, end, speaker }) => [text.slice(start, end), speaker])).toEqual([
    ['I felt proud.', 'Ann'],
  ])
})

test('when a transcript grows while it is read, the last text is the one that counts', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const { api, sessionId, job } = await write(member, long)
  await eventually(
    () => api.getProgress({ sessionId }),
    ({ state }) => state === 'analysing',
  )
  const later = await api.addContent({ sessionId, body: { text: 'I felt proud of my garden.' } })
  expect((await untilEnded(member, job)).state).toBe('done')
  expect((await untilEnded(member, later.job)).state).toBe('done')
  const elements = await assertSpans({ api, sessionId })
  expect(elements.map(({ label }) => label)).toContain('proud')
  expect(new Set(elements.map(({ kind, proposedLabel }) => `${kind} ${proposedLabel}`)).size).toBe(elements.length)
  expect(await api.getSession({ sessionId })).toMatchObject({ state: 'ready', revision: 2, jobId: later.job.id })
})

test('a session that is deleted while it is read stays away, and is read when it is put back', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const { api, sessionId, job } = await write(member, long)
  await eventually(
    () => api.getProgress({ sessionId }),
    ({ state }) => state === 'analysing',
  )
  const { changeId } = await api.deleteSession({ sessionId })
  expect((await untilEnded(member, job)).state).toBe('done')
  await expect(api.getSession({ sessionId })).rejects.toThrow('no such session')
  await member.client(undoApi).undoChange({ changeId })
  await eventually(
    () => api.getSession({ sessionId }),
    ({ state }) => state === 'ready',
  )
  expect((await assertSpans({ api, sessionId })).length).toBeGreaterThan(0)
})
