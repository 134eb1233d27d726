import type { Generated } from 'kysely'
import { expect, test } from 'vitest'
import type { Reader } from '#core/db'
import { toJson } from '#std/json'
import { createChance } from '../../../tests/world/chance.ts'
import { readLog } from '../../../tests/world/read-log.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { changeNote, eraseNote, insertNote } from '../../../tests/world/notes-table.ts'
import { eventually } from '../../../tests/world/world.ts'
import { projectionTables } from './schema.ts'

type Tables = {
  search_documents: {
    number: Generated<number>
    space: string
    kind: string
    id: string
    owner: string
    tags: string
    at: number
  }
  search_index: { rowid: number; title: string }
  graph_edges: { origin: string }
}
const tablesOf = (reader: Reader) => reader.$extendTables<Tables>()

const owners = ['ada', 'bob']
const words = ['stone', 'Stone', 'river', 'wall', 'garden']
const { signal } = new AbortController()

/** Writes, rewrites, deletes, restores and erases notes by chance. */
function createScribe(world: NotesWorld, seed: number) {
  const core = world.core()
  const { pick, between, happens } = createChance(seed)
  const notes: { id: string; owner: string }[] = []
  const tags = () => [...new Set(Array.from({ length: between(0, 3) }, () => pick(words)))]
  const write = async (count = 1) => {
    const about = () => {
      return { owner: pick(owners), title: pick(words), text: `${pick(words)} ${pick(words)}`, tags: tags() }
    }
    const all = Array.from({ length: count }, about)
    await core.db.write(async (tx) => {
      for (const one of all) notes.push({ id: (await insertNote(core, tx, one)).id, owner: one.owner })
    })
  }
  const change = async () => {
    const note = pick(notes)
    const deleted = happens(0.3) ? { deleted_at: happens(0.5) ? 1 : null } : {}
    const rewritten = { title: pick(words), tags: toJson(tags()), ...deleted }
    await core.db.write((tx) => changeNote(core, tx, { ...note, change: rewritten }))
  }
  const erase = () => core.db.write((tx) => eraseNote(core, tx, pick(notes)))
  return {
    write,
    async scribble(times: number) {
      for (let i = 0; i < times; i += 1) {
        if (notes.length < 5 || happens(0.3)) await write()
        else await (happens(0.1) ? erase() : change())
      }
    },
  }
}

const names = ['search', 'graph']

async function areTrue(world: NotesWorld) {
  const { projections } = world.core()
  return Promise.all(names.map((name) => projections.isTrue(name, signal)))
}

const rebuild = (world: NotesWorld, name: string) => world.core().projections.rebuild(name, { signal })

test.each([1, 2, 3])('after changes of any kind, what is built again is what stands there (seed %i)', async (seed) => {
  await using world = await createNotesWorld()
  await createScribe(world, seed).scribble(80)
  expect(await areTrue(world)).toEqual([true, true])
  for (const name of names) {
    const { before, after, repaired, things } = await rebuild(world, name)
    expect({ after, repaired }).toEqual({ after: before, repaired: 0 })
    expect(things).toBeGreaterThan(5)
  }
})

test('a damaged index is told and repaired', async () => {
  await using world = await createNotesWorld()
  const scribe = createScribe(world, 4)
  await scribe.scribble(60)
  const { db } = world.core()
  await db.write(async (tx) => {
    const [lost, silent, wrong] = await tablesOf(tx).selectFrom('search_documents').selectAll().execute()
    if (!lost || !silent || !wrong) throw new Error('There are too few documents')
    await tablesOf(tx).deleteFrom('search_documents').where('number', '=', lost.number).execute()
    await tablesOf(tx).deleteFrom('search_index').where('rowid', '=', silent.number).execute()
    await tablesOf(tx).updateTable('search_index').set({ title: 'x' }).where('rowid', '=', wrong.number).execute()
    const ghost = { space: 'notes', kind: 'note', id: 'ghost', owner: 'ada', tags: '[]', at: 0 }
    await tablesOf(tx).insertInto('search_documents').values(ghost).execute()
  })
  expect(await areTrue(world)).toEqual([false, true])
  const { before, after, repaired } = await rebuild(world, 'search')
  expect(repaired).toBe(4)
  expect(after).not.toBe(before)
  expect(await areTrue(world)).toEqual([true, true])
  const strays = tablesOf(db.read).selectFrom('search_index').select('rowid')
  const numbers = tablesOf(db.read).selectFrom('search_documents').select('number')
  expect(await strays.where('rowid', 'not in', numbers).execute()).toEqual([])
})

test('a damaged graph is told and repaired', async () => {
  await using world = await createNotesWorld()
  await createScribe(world, 5).scribble(60)
  const { db } = world.core()
  await db.write(async (tx) => {
    const [edge] = await tablesOf(tx).selectFrom('graph_edges').selectAll().execute()
    if (!edge) throw new Error('There is no edge')
    await tablesOf(tx).deleteFrom('graph_edges').where('origin', '=', edge.origin).execute()
    await tablesOf(tx)
      .insertInto('graph_edges')
      .values({ ...edge, origin: 'ghost' })
      .execute()
  })
  expect(await areTrue(world)).toEqual([true, false])
  expect((await rebuild(world, 'graph')).repaired).toBe(2)
  expect(await areTrue(world)).toEqual([true, true])
})

test('whatever is changed while the rebuild runs ends as it stands', async () => {
  await using world = await createNotesWorld()
  const scribe = createScribe(world, 6)
  await scribe.write(100)
  const during: Promise<void>[] = []
  const { projections } = world.core()
  for (const name of names) {
    const onProgress = () => during.push(scribe.scribble(5))
    const rebuilding = projections.rebuild(name, { signal, onProgress })
    during.push(scribe.scribble(30))
    const { repaired } = await rebuilding
    expect(repaired).toBe(0)
  }
  await Promise.all(during)
  expect(during.length).toBeGreaterThan(4)
  expect(await areTrue(world)).toEqual([true, true])
})

test('a rebuild that is broken off leaves everything in place, and goes on where it was', async () => {
  await using world = await createNotesWorld()
  await createScribe(world, 7).write(120)
  const { db, projections } = world.core()
  const controller = new AbortController()
  const done: number[] = []
  const breakOff = (count: number) => {
    done.push(count)
    controller.abort(new Error('enough'))
  }
  const first = projections.rebuild('search', { signal: controller.signal, onProgress: breakOff, run: 'mine' })
  await expect(first).rejects.toThrow()
  expect(await areTrue(world)).toEqual([true, true])
  const seen: number[] = []
  const onProgress = (count: number) => seen.push(count)
  const { things } = await projections.rebuild('search', { signal, onProgress, run: 'mine' })
  expect(seen[0]).toBeGreaterThan(done[0] ?? 0)
  expect(seen.at(-1)).toBe(things)
  expect(await projectionTables(db.read).selectFrom('projection_runs').selectAll().execute()).toEqual([])
})

test('as a job it tells its progress, and the log that it was done', async () => {
  await using world = await createNotesWorld()
  await createScribe(world, 8).scribble(20)
  const { db, jobs } = world.core()
  const payload = { name: 'graph' }
  const job = await db.write((tx) => jobs.enqueue(tx, { kind: 'core.rebuild-projection', owner: 'ada', payload }))
  const [ended] = await eventually(
    () => jobs.read('ada', [job.id]),
    ([now]) => now?.state === 'done' || now?.state === 'failed',
  )
  expect(ended).toMatchObject({ state: 'done', finished: ['rebuild'] })
  const told = (await readLog(world.core())).filter(({ name }) => name === 'projections.projection-rebuilt')
  expect(told).toMatchObject([{ entity: 'graph', actor: `job:${job.id}`, payload: { repaired: 0 } }])
})
