import { expect, test } from 'vitest'
import { day } from '#std/duration'
import { readLog } from '../../../tests/world/read-log.ts'
import { createNotes, createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { notesApi } from '../../../tests/world/notes-contract.ts'
import { notesTable } from '../../../tests/world/notes-table.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { eventually, register, signIn } from '../../../tests/world/world.ts'
import { changeNotFound, changeUndone, undoApi } from './contract.ts'
import { undoTables } from './schema.ts'

async function enter(world: NotesWorld, name?: string) {
  const person = await register(world, name)
  const notes = person.client(notesApi)
  const { id: noteId } = await notes.writeNote({ body: { title: 'Wall', text: 'stone' } })
  return { notes, noteId, undo: person.client(undoApi), owner: person.id }
}

const countRows = async (world: NotesWorld) => ({
  notes: (await notesTable(world.core().db.read).selectFrom('notes').select('id').execute()).length,
  changes: (await undoTables(world.core().db.read).selectFrom('changes').select('id').execute()).length,
})

/** Lets time pass, runs the daily jobs, and comes back as Ada. */
async function sleep(world: NotesWorld, milliseconds: number) {
  world.clock.now += milliseconds
  await world.restart()
  return (await signIn(world, 'Ada')).client(undoApi)
}

test('undoing puts back what a change replaced, once', async () => {
  await using world = await createNotesWorld()
  const { notes, noteId, undo } = await enter(world)
  const { changeId } = await notes.rewriteNote({ noteId, body: { title: 'Fence', text: 'wood' } })
  const undone = await undo.undoChange({ changeId })
  expect(undone).toMatchObject({ kind: 'notes.note-rewritten', label: 'Wall', subject: noteId })
  expect(undone.undoneAt).not.toBeNull()
  expect(await notes.getNote({ noteId })).toMatchObject({ title: 'Wall', text: 'stone' })
  await notes.rewriteNote({ noteId, body: { title: 'Newer' } })
  expect((await refusalOf(undo.undoChange({ changeId }))).is(changeUndone)).toBe(true)
  expect(await notes.getNote({ noteId })).toMatchObject({ title: 'Newer' })
})

test('two clicks at once undo once', async () => {
  await using world = await createNotesWorld()
  const { notes, noteId, undo } = await enter(world)
  const { changeId } = await notes.deleteNote({ noteId })
  const outcomes = await Promise.allSettled([undo.undoChange({ changeId }), undo.undoChange({ changeId })])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await notes.getNote({ noteId })).toMatchObject({ title: 'Wall' })
})

test('a change of somebody else answers like one that does not exist, and nothing happens', async () => {
  await using world = await createNotesWorld()
  const { notes, noteId, undo } = await enter(world)
  const { changeId } = await notes.deleteNote({ noteId })
  const stranger = (await enter(world)).undo
  const foreign = await refusalOf(stranger.undoChange({ changeId }))
  const missing = await refusalOf(stranger.undoChange({ changeId: '01a1f950-0000-7000-8000-000000000000' }))
  expect(foreign.is(changeNotFound)).toBe(true)
  expect(foreign.problem).toEqual(missing.problem)
  expect((await stranger.listChanges()).items).toEqual([])
  await expect(undo.undoChange({ changeId })).resolves.toBeDefined()
})

test('after thirty days a change can be undone no more, and what it kept is erased for good', async () => {
  await using world = await createNotesWorld()
  const { notes, noteId } = await enter(world, 'Ada')
  const { changeId } = await notes.deleteNote({ noteId })
  const before = await sleep(world, 30 * day - 120_000)
  expect((await before.listChanges()).items.map(({ id }) => id)).toEqual([changeId])
  world.clock.now += 120_000
  expect((await before.listChanges()).items).toEqual([])
  expect((await refusalOf(before.undoChange({ changeId }))).is(changeNotFound)).toBe(true)
  await sleep(world, day)
  await eventually(
    () => countRows(world),
    ({ changes }) => changes === 0,
  )
  expect(await countRows(world)).toEqual({ notes: 0, changes: 0 })
  const erased = (await readLog(world.core())).filter(({ name }) => name === 'notes.note-erased')
  expect(erased.map(({ entity }) => entity)).toEqual([noteId])
})

test('what was undone is not erased when the time of the change is over', async () => {
  await using world = await createNotesWorld()
  const { notes, noteId, undo } = await enter(world, 'Ada')
  const { changeId } = await notes.deleteNote({ noteId })
  await undo.undoChange({ changeId })
  await sleep(world, 31 * day)
  await eventually(
    () => countRows(world),
    ({ changes }) => changes === 0,
  )
  expect(await countRows(world)).toEqual({ notes: 1, changes: 0 })
})

test('changes of a space that is not here wait for its return instead of being forgotten', async () => {
  await using world = await createNotesWorld()
  const { owner, undo } = await enter(world, 'Ada')
  const { db, undo: keeper } = world.core()
  const change = { kind: 'elsewhere.thing-deleted', owner, subject: 'thing', label: 'Thing', before: null }
  const changeId = await db.write((tx) => keeper.keep(tx, change))
  expect((await undo.listChanges()).items).toEqual([])
  expect((await refusalOf(undo.undoChange({ changeId }))).is(changeNotFound)).toBe(true)
  await sleep(world, 40 * day)
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect((await countRows(world)).changes).toBe(1)
})

test('changes are listed newest first, page by page', async () => {
  await using world = await createNotesWorld()
  const { notes, noteId, undo } = await enter(world)
  const ids: string[] = []
  for (const title of ['a', 'b', 'c']) ids.unshift((await notes.rewriteNote({ noteId, body: { title } })).changeId)
  const first = await undo.listChanges({ query: { limit: 2 } })
  const second = await undo.listChanges({ query: { limit: 2, cursor: first.next ?? '' } })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
  expect(second.next).toBeNull()
})

test('two kinds of change with one name stop the start', async () => {
  const migrations = { module: 'twin', migrations: [] }
  const twin = { ...createNotes().space, name: 'twin', api: {}, settings: [], migrations }
  twin.open = (core) => ({ ...createNotes().space.open(core), registerJobs() {} })
  await expect(createNotesWorld({ spaces: [twin] })).rejects.toThrow('declared twice')
})
