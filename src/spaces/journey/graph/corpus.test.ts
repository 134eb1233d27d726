import { expect, test, vi } from 'vitest'
import type { JobId } from '#contract/id'
import { minute } from '#std/duration'
import { sampleApi } from '#core/sample/contract'
import { undoApi } from '#core/undo/contract'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { eventually, pass, register, type Member } from '../../../../tests/world/world.ts'
import { journeyApi, type GraphEdge } from '../contract.ts'
import { journeyTables } from '../schema.ts'
import { journey } from '../space.ts'

/** A spring in a dozen entries. */
const entries = [
  ['2026-01-05', 'I was so anxious about work. I always fail at presentations.'],
  ['2026-01-12', 'I struggle to fall asleep before presentations. My boss was kind and I felt grateful.'],
  ['2026-01-19', 'I realised that I sleep badly after coffee in the evening. I felt calm on my walk.'],
  ['2026-01-26', 'I realised that my sleep without coffee is deep. I am proud of my sister.'],
  ['2026-02-02', 'I realised that I do not always fail at presentations. I felt relieved at work.'],
  ['2026-02-09', 'I will practise presentations to fall asleep calmly. I was happy with my friends.'],
  ['2026-02-16', 'I was angry at my brother. I struggle with the tax forms.'],
  ['2026-02-23', 'I will fill in the tax forms tomorrow. I was worried about money.'],
  ['2026-03-02', 'Nobody likes me. I felt lonely at the party.'],
  ['2026-03-09', 'I realised that my friends like me. I felt loved at dinner.'],
  ['2026-03-16', 'I was excited about the trip. We cooked together and I felt close to my family.'],
  ['2026-03-23', 'I was sad about my grandmother. I will call my mother on Sunday.'],
] as const

async function open() {
  const world = await createNotesWorld({ spaces: [journey], now: Date.UTC(2026, 2, 24, 9) })
  const member = await register(world)
  return { world, member, api: member.client(journeyApi) }
}

const write = async (member: Member, entry: readonly [string, string]) => (await writeAll(member, [entry]))[0] ?? ''

/** One after the other, understood together. */
async function writeAll(member: Member, all: readonly (readonly [string, string])[]) {
  const api = member.client(journeyApi)
  const written: { id: string; job: { id: JobId } }[] = []
  for (const [date, text] of all) {
    const { id } = await api.createSession({ body: { date, title: `Day ${date}` } })
    written.push({ id, job: (await api.addContent({ sessionId: id, body: { text } })).job })
  }
  for (const { job } of written) await untilEnded(member, job, { within: minute })
  return written.map(({ id }) => id)
}

/** Lets the stretch of time pass after which links are refreshed, and waits for it. */
async function settle(world: NotesWorld) {
  await pass(world, minute)
  const { db } = world.core()
  const waiting = () =>
    db.read
      .$extendTables<{ jobs: { kind: string; state: string } }>()
      .selectFrom('jobs')
      .select('state')
      .where('kind', '=', 'journey.refresh-patterns')
      .where('state', 'in', ['queued', 'running'])
      .execute()
  await eventually(waiting, ({ length }) => length === 0, minute)
}

const { signal } = new AbortController()
const rebuild = (world: NotesWorld) => world.core().projections.rebuild('graph', { signal })

/** Every edge between the kinds, around the first session and as far as it goes. */
async function readTypes(member: Member, ids: readonly string[]) {
  const found: GraphEdge[] = []
  for (const around of ids) {
    found.push(...(await member.client(journeyApi).getGraph({ query: { around, depth: 2 } })).edges)
  }
  return Map.groupBy(found, ({ type }) => type)
}

vi.setConfig({ testTimeout: 2 * minute })

test('every kind of edge is written by the pipeline, with its quote or its day, and nothing is left to repair', async () => {
  const { world, member } = await open()
  await using _ = world
  const ids = await writeAll(member, entries)
  await settle(world)
  const types = await readTypes(member, ids)
  expect([...types.keys()].sort()).toEqual(
    ['ABOUT', 'FOLLOWS_UP', 'HAS_SESSION', 'IS_A', 'LEADS_TO', 'MENTIONS', 'NEXT', 'REVISES'].sort(),
  )
  const texts = new Map(ids.map((id, index) => [id, entries[index]?.[1] ?? '']))
  const wordless = new Set(['HAS_SESSION', 'IS_A', 'NEXT'])
  for (const { type, evidence } of [...types.values()].flat()) {
    expect(evidence.length).toBeGreaterThan(0)
    for (const { sessionId, title, day, quote, place } of evidence) {
      expect(title).toBe(`Day ${day}`)
      expect(quote === null).toBe(wordless.has(type))
      if (quote !== null)
        expect(
          texts
            .get(sessionId)
            ?.slice(place ?? -1)
            .startsWith(quote),
        ).toBe(true)
    }
  }
  const joins = (type: GraphEdge['type'], source: RegExp, target: RegExp) =>
    types.get(type)?.some((edge) => source.test(edge.source) && target.test(edge.target))
  expect(joins('REVISES', /insight:.*do not always fail/, /belief:.*always fail at presentations/)).toBe(true)
  expect(joins('REVISES', /insight:.*my friends like me/, /belief:.*nobody likes me/)).toBe(true)
  expect(joins('LEADS_TO', /insight:.*coffee in the evening/, /insight:.*sleep without coffee/)).toBe(true)
  expect(joins('FOLLOWS_UP', /action:.*fill in the tax forms/, /challenge:.*tax forms/)).toBe(true)
  expect(await rebuild(world)).toMatchObject({ repaired: 0 })
})

test('a session that comes between, moves, goes and comes back renews the order around it', async () => {
  const { world, member, api } = await open()
  await using _ = world
  const order = async () => {
    const { edges } = await api.getGraph({ query: { around: first, depth: 3, kinds: 'session' } })
    const next = new Map(edges.map(({ source, target }) => [source.slice(8), target.slice(8)]))
    const walk: string[] = []
    for (let at = next.keys().find((id) => !next.values().some((end) => end === id)); at; at = next.get(at))
      walk.push(at)
    return walk
  }
  const make = async (date: string) => (await api.createSession({ body: { date } })).id
  const [first, last] = [await make('2026-01-01'), await make('2026-01-31')]
  expect(await order()).toEqual([first, last])
  const middle = await make('2026-01-15')
  expect(await order()).toEqual([first, middle, last])
  const { changeId } = await api.updateSession({ sessionId: middle, body: { date: '2026-02-15' } })
  expect(await order()).toEqual([first, last, middle])
  await member.client(undoApi).undoChange({ changeId })
  expect(await order()).toEqual([first, middle, last])
  const deleted = await api.deleteSession({ sessionId: middle })
  expect(await order()).toEqual([first, last])
  await member.client(undoApi).undoChange(deleted)
  expect(await order()).toEqual([first, middle, last])
  expect(await rebuild(world)).toMatchObject({ repaired: 0 })
})

test('links of a deleted session go at once, come back with it, and follow edits', async () => {
  const { world, member, api } = await open()
  await using _ = world
  const belief = await write(member, ['2026-01-05', 'I always fail at presentations.'])
  const insight = await write(member, ['2026-02-02', 'I realised that I do not always fail at presentations.'])
  await settle(world)
  const around = (node: string) => api.getGraph({ query: { around: node, kinds: 'belief,insight', depth: 1 } })
  const seen = 'insight:i do not always fail at presentations'
  expect((await around(seen)).edges.map(({ type }) => type)).toEqual(['REVISES'])
  const { changeId } = await api.deleteSession({ sessionId: belief })
  expect((await around(seen)).edges).toEqual([])
  expect(await rebuild(world)).toMatchObject({ repaired: 0 })
  await settle(world)
  expect(await countLinks(world)).toBe(0)
  await member.client(undoApi).undoChange({ changeId })
  await settle(world)
  expect((await around(seen)).edges.map(({ type }) => type)).toEqual(['REVISES'])
  const [found] = (await api.listElements({ sessionId: insight, query: { kind: 'insight' } })).items
  await api.decideElement({ elementId: found?.id ?? '', body: { label: 'Presentations do not always fail' } })
  expect((await around('insight:presentations do not always fail')).edges.map(({ type }) => type)).toEqual(['REVISES'])
  await api.decideElement({ elementId: found?.id ?? '', body: { status: 'rejected' } })
  expect((await around(`session:${insight}`)).edges).toEqual([])
  await settle(world)
  expect(await countLinks(world)).toBe(0)
  expect(await rebuild(world)).toMatchObject({ repaired: 0 })
})

async function countLinks(world: NotesWorld) {
  const rows = await journeyTables(world.core().db.read).selectFrom('journey_links').select('source').execute()
  return rows.length
}

/** The log after a position, once it tells that patterns were refreshed: an event has its place a little after its write. */
const untilTold = (world: NotesWorld, position: number) =>
  eventually(
    () => world.core().events.after(position, 500),
    (events) => events.some(({ name }) => name === 'journey.patterns-refreshed'),
  )

test('links that are right already are left alone', async () => {
  const { world, member, api } = await open()
  await using _ = world
  const [sessionId = ''] = await writeAll(member, entries.slice(0, 5))
  await settle(world)
  const before = await countLinks(world)
  expect(before).toBeGreaterThan(0)
  const told = (await untilTold(world, 0)).at(-1)?.position ?? 0
  await api.updateSession({ sessionId, body: { title: 'Monday' } })
  await settle(world)
  expect(await countLinks(world)).toBe(before)
  const since = (await untilTold(world, told)).map(({ name }) => name)
  expect(since).not.toContain('journey.links-refreshed')
})

test('with sample reflections goes all that joined them with others', async () => {
  const { world, member } = await open()
  await using _ = world
  await write(member, ['2025-01-05', 'I will fill in the tax forms tomorrow.'])
  const sample = member.client(sampleApi)
  await sample.loadSample()
  await sample.removeSample()
  expect(await rebuild(world)).toMatchObject({ repaired: 0, things: 3 })
})
