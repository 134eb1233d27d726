import { expect, test } from 'vitest'
import { z } from 'zod'
import { jobsApi } from '#core/jobs/contract'
import { searchApi } from '#core/search/contract'
import { settingsApi } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { fromJson } from '#std/json'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, register, registerAdministrator, type Member } from '../../../../tests/world/world.ts'
import { crisisSchema } from '../analyser/findings.ts'
import { journeyApi } from '../contract.ts'
import { journeyTables } from '../schema.ts'
import { journey } from '../space.ts'

const openWorld = () => createWorld({ spaces: [journey] })

async function write(member: Member, text: string, date = '2026-02-25') {
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: { date } })
  await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
  return { api, sessionId }
}

test.each([
  ['I cannot sleep. I want to kill myself.', 'urgent'],
  ['I wish I had never been born.', 'concern'],
  ['Сегодня был трудный день, и я очень устал. Я хочу умереть, и мне некому об этом сказать.', 'urgent'],
  ['This traffic is killing me, and my phone died.', null],
])('a session with "%s" says %s', async (text, expected) => {
  await using world = await openWorld()
  const member = await register(world)
  const { api, sessionId } = await write(member, text)
  expect((await api.getSession({ sessionId })).crisis).toBe(expected)
})

test('help is there as soon as a text is saved, before anything has read it', async () => {
  await using world = await openWorld()
  const administrator = await registerAdministrator(world)
  await administrator.client(jobsApi).pauseKind({ kind: 'journey.analyse-session' })
  const api = (await register(world)).client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: {} })
  const add = async (text: string) => {
    await api.addContent({ sessionId, body: { text } })
    return (await api.getSession({ sessionId })).crisis
  }
  expect(await add('A long day at work.')).toBeNull()
  expect(await add('I wish I had never been born.')).toBe('concern')
  expect(await add('And I want to kill myself.')).toBe('urgent')
  expect(await add('The soup was good.')).toBe('urgent')
})

test('the places of what is heard at once stand in the whole text', async () => {
  await using world = await openWorld()
  const administrator = await registerAdministrator(world)
  await administrator.client(jobsApi).pauseKind({ kind: 'journey.analyse-session' })
  const api = (await register(world)).client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: {} })
  await api.addContent({ sessionId, body: { text: 'A long day.' } })
  await api.addContent({ sessionId, body: { text: 'I want to kill myself.' } })
  const row = await journeyTables(world.app.core.db.read)
    .selectFrom('journey_sessions')
    .select('crisis')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  const { text } = await api.getTranscript({ sessionId })
  const [heard] = fromJson(z.array(crisisSchema), row.crisis ?? '[]')
  expect(heard?.span.quote).toContain('kill myself')
  expect(text.slice(heard?.span.start, heard?.span.end)).toBe(heard?.span.quote)
})

test('a crisis is told to nobody: neither events nor search single it out', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const { api } = await write(member, 'I want to kill myself.')
  const { items } = await api.listSessions({})
  expect(Object.keys(items[0] ?? {})).not.toContain('crisis')
  const found = await member.client(searchApi).search({ query: { q: 'crisis' } })
  expect(found.items).toEqual([])
})

test('a contact is kept for its person, and a long one is refused', async () => {
  await using world = await openWorld()
  const settings = (await register(world)).client(settingsApi)
  await settings.updateSettings({ body: { 'journey.helpContact': 'Mia, 020 7946 0000' } })
  expect((await settings.getSettings({})).mine['journey.helpContact']).toBe('Mia, 020 7946 0000')
  const long = settings.updateSettings({ body: { 'journey.helpContact': 'x'.repeat(201) } })
  await expect(long).rejects.toMatchObject({ problem: { status: 400 } })
})

test('days in words are counted anew when a session moves, and again when that is undone', async () => {
  await using world = await openWorld()
  const member = await register(world)
  const { api, sessionId } = await write(member, 'I will call my sister tomorrow.')
  const due = async () => {
    const { jobId } = await api.getSession({ sessionId })
    await untilEnded(member, { id: jobId ?? '' })
    const { items } = await api.listElements({ sessionId, query: { kind: 'action' } })
    return JSON.stringify(items[0]?.traits)
  }
  expect(await due()).toContain('2026-02-26')
  const { changeId } = await api.updateSession({ sessionId, body: { date: '2026-12-31' } })
  expect(await due()).toContain('2027-01-01')
  await member.client(undoApi).undoChange({ changeId })
  expect(await due()).toContain('2026-02-26')
})
