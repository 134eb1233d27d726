import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobsApi, type Job } from '#core/jobs/contract'
import { notificationsApi } from '#core/notifications/contract'
import { undoApi } from '#core/undo/contract'
import { minute, second } from '#std/duration'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, eventually, pass, register, type Member, type World } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journeyTables } from '../schema.ts'
import { journey } from '../space.ts'

/** Two dozen sessions are read for real; on a busy machine that takes a while. */
const patience = 2 * minute

const heavy = [
  'I was anxious and sad all day. I struggle to fall asleep.',
  'Everything felt hopeless and I was so worried. I still find it hard to sleep.',
  'I felt miserable, afraid and angry. I keep struggling with my sleep.',
]
const light = [
  'I was happy and grateful today, a lovely walk with my sister.',
  'I felt calm, proud and hopeful. We laughed a lot.',
  'A wonderful evening, I was so relieved and glad. I still struggle to fall asleep.',
]

/** A session a week; light ones become more and more, in no order that hangs together. */
async function writeSessions(member: Member, count: number) {
  const api = member.client(journeyApi)
  const written: { sessionId: string; job: Job }[] = []
  for (let i = 0; i < count; i += 1) {
    const texts = (7 * i) % count < 1.3 * i - 4 ? light : heavy
    const date = new Date(Date.UTC(2025, 0, 6 + 7 * i)).toISOString().slice(0, 10)
    const { id: sessionId } = await api.createSession({ body: { date } })
    written.push({ sessionId, job: (await api.addContent({ sessionId, body: { text: texts[i % 3] ?? '' } })).job })
  }
  for (const { job } of written) await untilEnded(member, job, { within: patience })
  return written.map(({ sessionId }) => sessionId)
}

/** The reading begins a while after the first change. */
async function readFresh(member: Member) {
  await pass(world, 6 * second)
  const api = member.client(journeyApi)
  return eventually(
    () => api.listPatterns(),
    ({ isFresh, computedAt }) => isFresh && computedAt !== null,
    patience,
  )
}

let world: World
let member: Member
let sessions: string[]
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
  member = await register(world)
  sessions = await writeSessions(member, 24)
  await readFresh(member)
}, patience)
afterAll(() => world[Symbol.asyncDispose]())

test('a person without sessions is told that there are not enough yet', async () => {
  const newcomer = await register(world)
  const told = await newcomer.client(journeyApi).listPatterns()
  expect(told).toMatchObject({ computedAt: null, isFresh: true, sessions: 0, patterns: [] })
  expect(new Set(told.kinds.map(({ standing }) => standing))).toEqual(new Set(['too-few']))
  expect(told.kinds.find(({ kind }) => kind === 'trend')).toMatchObject({ has: 0, wants: 20 })
})

test('24 sessions end with a trend and a challenge that persists, each with words that stand in the text', async () => {
  const api = member.client(journeyApi)
  const told = await api.listPatterns()
  expect(told).toMatchObject({ sessions: 24, isFresh: true })
  const trend = told.patterns.find(({ kind, subjects }) => kind === 'trend' && subjects[0]?.kind === 'valence')
  expect(trend).toMatchObject({ n: 24, sentence: 'Your 24 sessions become more pleasant with time.' })
  expect(told.patterns.find(({ kind }) => kind === 'challenge')?.badges).toContain('persistent')
  const texts = new Map<string, string>()
  for (const sessionId of sessions) texts.set(sessionId, (await api.getTranscript({ sessionId })).text)
  const evidence = told.patterns.flatMap((pattern) => pattern.evidence)
  for (const { sessionId, start, end, quote, sentence } of evidence) {
    const text = texts.get(sessionId) ?? ''
    expect(text.slice(start, end)).toBe(quote)
    expect(text.split(/(?<=\.) /).filter((one) => one === sentence && one.includes(quote))).not.toEqual([])
  }
  expect(evidence.length).toBeGreaterThan(told.patterns.length)
})

test('something new that is sure is told once, with the way to it', async () => {
  const { items } = await eventually(
    () => member.client(notificationsApi).listNotifications(),
    (page) => page.items.length > 0,
  )
  expect(items.map(({ kind, link }) => ({ kind, link }))).toEqual([
    { kind: 'journey.patterns-found', link: '/journey/patterns' },
  ])
})

test('each kind has an address of its own that tells what the list of all does', async () => {
  const api = member.client(journeyApi)
  const { patterns } = await api.listPatterns()
  const parts = await Promise.all([
    api.listTrends(),
    api.listCorrelations(),
    api.listTurningPoints(),
    api.listRecurrence(),
    api.listFollowThrough(),
    api.listPersistentChallenges(),
    api.listBeliefDrift(),
    api.listForecasts(),
    api.listCascades(),
  ])
  const keys = parts.flatMap((part) => part.patterns.map(({ key }) => key))
  expect(keys.sort()).toEqual(patterns.map(({ key }) => key).sort())
  const trends = await api.listPatterns({ query: { kind: 'trend' } })
  expect(new Set(trends.patterns.map(({ kind }) => kind))).toEqual(new Set(['trend']))
})

test('pictures show each session with its feelings and topics, and which go together', async () => {
  const api = member.client(journeyApi)
  const pictures = await api.getPictures({ query: {} })
  expect(pictures).toMatchObject({ isCut: false })
  expect(pictures.sessions.map(({ sessionId }) => sessionId)).toEqual(sessions)
  expect(pictures.sessions[0]?.families).toMatchObject({ fear: 0.5 })
  expect(pictures.matrix.length).toBeGreaterThan(0)
  const [{ quote = '', sentence = '' } = {}] = pictures.matrix.flatMap(({ evidence }) => evidence)
  expect(sentence).toContain(quote)
  expect(sentence).toMatch(/^[A-Z].* .*\.$/)
  const part = await api.getPictures({ query: { from: '2025-01-13', to: '2025-01-20' } })
  expect(part.sessions.map(({ sessionId }) => sessionId)).toEqual(sessions.slice(1, 3))
})

test('a deleted session makes the reading old, and the next one is read without it until it is put back', async () => {
  const api = member.client(journeyApi)
  const before = await api.listPatterns()
  const { changeId } = await api.deleteSession({ sessionId: sessions[0] ?? '' })
  expect(await api.listPatterns()).toMatchObject({ isFresh: false, sessions: 24 })
  expect(await readFresh(member)).toMatchObject({ sessions: 23 })
  await member.client(undoApi).undoChange({ changeId })
  expect((await readFresh(member)).patterns).toEqual(before.patterns)
})

test(
  'many changes before a reading begins share its job, and one that was cancelled is asked for again',
  async () => {
    const api = member.client(journeyApi)
    const jobs = member.client(jobsApi)
    const waiting = async () => {
      const { items } = await jobs.listJobs({ query: { state: 'queued' } })
      return items.filter(({ kind }) => kind === 'journey.refresh-patterns')
    }
    for (const sessionId of sessions.slice(0, 5)) await api.updateSession({ sessionId, body: { title: 'A day' } })
    const [only, ...others] = await waiting()
    expect(others).toEqual([])
    await jobs.cancelJob({ jobId: only?.id ?? '' })
    await api.updateSession({ sessionId: sessions[0] ?? '', body: { title: 'Another day' } })
    expect((await waiting()).length).toBe(1)
    expect(await readFresh(member)).toMatchObject({ sessions: 24 })
  },
  patience,
)

test(
  'who has ten thousand sessions is read again after 40 seconds, not after five',
  async () => {
    const api = member.client(journeyApi)
    await world.app.core.db.write((tx) =>
      journeyTables(tx).updateTable('journey_pattern_readings').set({ sessions: 10_000 }).execute(),
    )
    await api.updateSession({ sessionId: sessions[0] ?? '', body: { title: 'Yet another day' } })
    const { items } = await member.client(jobsApi).listJobs({ query: { state: 'queued' } })
    const seconds = items.map(({ kind, runAt }) => ({ kind, in: Math.round((runAt - world.clock.now) / second) }))
    expect(seconds).toEqual([{ kind: 'journey.refresh-patterns', in: 40 }])
    await pass(world, 40 * second)
    expect(await readFresh(member)).toMatchObject({ sessions: 24 })
  },
  patience,
)

test('the report of a span tells what changed in its days, in words that a link to it does not show', async () => {
  const api = member.client(journeyApi)
  const span = { from: '2025-03-01', to: '2025-04-30' }
  const { report, markdown } = await api.getReport({ query: { ...span, format: 'markdown' } })
  const { patterns } = await api.listPatterns()
  const touching = patterns.filter(({ from, to }) => from <= span.to && to >= span.from).slice(0, 12)
  expect(report.changes).toEqual(touching.map(({ kind, sentence, n, counted }) => ({ kind, sentence, n, counted })))
  expect(report.changes.map(({ kind }) => kind)).toContain('trend')
  expect(markdown).toContain('## What changed')
  expect((await api.getReport({ query: { from: '2024-01-01', to: '2024-12-31' } })).report.changes).toEqual([])
  const { secret } = await api.shareReport({ body: span })
  expect((await api.openShare({ body: { secret } })).report).toMatchObject({ changes: [], sessions: 9 })
})
