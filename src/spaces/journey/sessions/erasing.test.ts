import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { day } from '#std/duration'
import { undoApi } from '#core/undo/contract'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, eventually, register, type World } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

const tables = [
  'journey_sessions',
  'journey_contents',
  'journey_transcripts',
  'journey_elements',
  'files',
  'search_documents',
  'search_index',
  'graph_nodes',
  'graph_edges',
  'changes',
]

/** How many rows each table has, and how many files there are. */
async function countAll({ app, folder }: World): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(app.core.db.read)
    counts[table] = Number(rows[0]?.n)
  }
  const entries = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
  return { ...counts, bytes: entries.filter((entry) => entry.isFile()).length }
}

async function writeSession(world: World) {
  const member = await register(world)
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: {} })
  const file = new File(['I was so anxious about work. I will call my sister.'], 'day.txt')
  await untilEnded(member, (await api.addContent({ sessionId, file })).job)
  return { api, member, sessionId }
}

test('thirty days after it was deleted nothing of a session is left', async () => {
  await using world = await createWorld({ spaces: [journey] })
  const { api, sessionId } = await writeSession(world)
  await api.updateSession({ sessionId, body: { title: 'A secret' } })
  expect(Math.min(...Object.values(await countAll(world)))).toBe(1)
  await api.deleteSession({ sessionId })
  expect(await countAll(world)).toMatchObject({
    search_documents: 0,
    search_index: 0,
    graph_nodes: 0,
    graph_edges: 0,
    bytes: 1,
  })
  world.clock.now += 29 * day
  await world.restart()
  expect(await countAll(world)).toMatchObject({ journey_sessions: 1, files: 1, bytes: 1 })
  world.clock.now += 2 * day
  await world.restart()
  const nothing = Object.fromEntries([...tables, 'bytes'].map((name) => [name, 0]))
  await eventually(
    () => countAll(world),
    ({ bytes, changes }) => bytes === 0 && changes === 0,
  )
  expect(await countAll(world)).toEqual(nothing)
})

test('what was put back is never erased', async () => {
  await using world = await createWorld({ spaces: [journey] })
  const { api, member, sessionId } = await writeSession(world)
  const before = await countAll(world)
  await member.client(undoApi).undoChange(await api.deleteSession({ sessionId }))
  expect(await countAll(world)).toEqual({ ...before, changes: 1 })
  world.clock.now += 31 * day
  await world.restart()
  await eventually(
    () => countAll(world),
    ({ changes }) => changes === 0,
  )
  expect(await countAll(world)).toEqual(before)
})
