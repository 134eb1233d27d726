import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { filesApi } from '#core/files/contract'
import { searchApi } from '#core/search/contract'
import { undoApi } from '#core/undo/contract'
import { readEveryRow } from '../../../../tests/world/every-row.ts'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, eventually, register, type Member, type World } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

/** Every analysis waits for a process of its own to start. */
const slow = { timeout: 60_000 }

const january = { from: '2026-01-01', to: '2026-01-31' }

/** A session that leaves its words in as many places as it can. */
async function write(member: Member, date: string, canary: string) {
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: { date, title: `${canary} title` } })
  const file = new File(
    [`I was so anxious about ${canary}. I always fail at ${canary}. I will call ${canary} tomorrow.`],
    `${canary}.txt`,
  )
  await untilEnded(member, (await api.addContent({ sessionId, file })).job)
  const { items } = await api.listElements({ sessionId })
  const belief = items.find(({ kind }) => kind === 'belief')
  await api.decideElement({ elementId: belief?.id ?? '', body: { label: `${canary} in my words` } })
  await api.updateSession({ sessionId, body: { description: canary } })
  return sessionId
}

async function findCanary({ app, folder }: World, canary: string) {
  const rows = (await readEveryRow(app.core.db)).filter(({ text }) => text.toLowerCase().includes(canary))
  const files = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(canary))
  return [...rows.map(({ table }) => table), ...files.map(() => 'a file')]
}

test('what is erased by days leaves no trace, and the days around stay as they were', slow, async () => {
  await using world = await createWorld({ spaces: [journey] })
  const member = await register(world)
  const api = member.client(journeyApi)
  await write(member, '2026-01-10', 'quagga')
  const binned = await write(member, '2026-01-11', 'quagga')
  const kept = await write(member, '2026-02-01', 'heron')
  await api.deleteSession({ sessionId: binned })
  await untilEnded(member, await api.exportJourney({ body: { format: 'csv' } }))
  const around = new File(['date,text\n2026-01-12,I saw a quagga and was calm.'], 'quagga.csv')
  await untilEnded(member, await api.importJourney({ file: around, query: {} }))
  expect(await api.countSessions({ query: january })).toEqual({ sessions: 2, inBin: 1 })
  expect(new Set(await findCanary(world, 'quagga'))).toContain('changes')
  const before = await api.getTranscript({ sessionId: kept })

  expect(await api.deleteSessions({ body: { ...january, way: 'erase' } })).toEqual({ sessions: 3, changeId: null })

  await eventually(
    () => findCanary(world, 'quagga'),
    (places) => places.length === 0,
  )
  expect(await api.getTranscript({ sessionId: kept })).toEqual(before)
  expect(await findCanary(world, 'heron')).toContain('journey_transcripts')
  expect((await member.client(filesApi).listFiles()).items.map(({ name }) => name)).toEqual(['heron.txt'])
  if (world.app.core.db.engine === 'postgres') return
  const file = join(world.folder, 'cairn.sqlite')
  new DatabaseSync(file).exec('pragma wal_checkpoint(truncate)')
  expect(readFileSync(file).includes('quagga')).toBe(false)
  expect(readFileSync(file).includes('heron')).toBe(true)
})

test('what is put into the bin by days comes back with one word', slow, async () => {
  await using world = await createWorld({ spaces: [journey] })
  const [member, stranger] = [await register(world), await register(world)]
  const api = member.client(journeyApi)
  const ids = [await write(member, '2026-01-01', 'quagga'), await write(member, '2026-01-31', 'quagga')]
  const find = async () =>
    (await member.client(searchApi).search({ query: { q: 'quagga kind:session' } })).items.map(({ id }) => id)
  expect(await stranger.client(journeyApi).countSessions({ query: january })).toEqual({ sessions: 0, inBin: 0 })
  const { sessions, changeId } = await api.deleteSessions({ body: { ...january, way: 'bin' } })
  expect({ sessions, found: await find() }).toEqual({ sessions: 2, found: [] })
  await member.client(undoApi).undoChange({ changeId: changeId ?? '' })
  expect((await find()).toSorted()).toEqual(ids.toSorted())
})
