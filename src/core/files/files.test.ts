import { readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Problem, tooLarge } from '#contract/problem'
import { day } from '#std/duration'
import { readLog } from '../../../tests/world/read-log.ts'
import { mostAttached, notesApi, noteNotFound } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { eventually, register } from '../../../tests/world/world.ts'
import { fileTables } from './schema.ts'

const maxBytes = 1000
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function* streamOf(...parts: (string | Buffer)[]) {
  for (const part of parts) yield Buffer.from(part)
}

/** Every file below the folder of files, whatever it is. */
async function readShelves({ folder }: NotesWorld) {
  const entries = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function keep(world: NotesWorld, owner: string, text = 'stone') {
  const { db, files } = world.core()
  const bytes = await files.put(streamOf(text), { maxBytes })
  await db.write((tx) => files.record(tx, bytes, { owner, name: 'stone.txt' }))
  return bytes
}

/** The sweeper follows the log: once this file is gone, it has seen everything before. */
const untilSwept = (world: NotesWorld, id: string) =>
  eventually(
    () => readShelves(world),
    (paths) => !paths.some((path) => path.endsWith(id)),
  )

async function toldNames(world: NotesWorld) {
  return (await readLog(world.core())).filter(({ topic }) => topic === 'files').map(({ name }) => name)
}

test('bytes are stored before any row names them, with size and hash of what came', async () => {
  await using world = await createNotesWorld()
  const { files, db } = world.core()
  const bytes = await files.put(streamOf('sto', 'ne'), { maxBytes })
  const hash = 'dc3d50da8dac041f660e4ba85339928995e771d99c33cc868f5829800829e382'
  expect(bytes).toMatchObject({ size: 5, type: 'text/plain', hash })
  expect(await fileTables(db.read).selectFrom('files').selectAll().execute()).toEqual([])
  expect((await readShelves(world)).map((path) => path.split('/').at(-1))).toEqual([bytes.id])
  expect(String(await files.read(bytes.id))).toBe('stone')
  expect(await toldNames(world)).toEqual([])
})

test.each([
  { name: 'a picture', content: png, type: 'image/png' },
  { name: 'text', content: Buffer.from('Ünï'), type: 'text/plain' },
  { name: 'text in UTF-16', content: Buffer.from('Monday was long', 'utf16le'), type: 'text/plain' },
  { name: 'bytes', content: Buffer.from([1, 0, 2, 0, 0, 3, 0, 0]), type: 'application/octet-stream' },
  { name: 'nothing', content: Buffer.alloc(0), type: 'text/plain' },
])('the type of $name comes from its content', async ({ content, type }) => {
  await using world = await createNotesWorld()
  const { files } = world.core()
  expect(await files.put(streamOf(content), { maxBytes })).toMatchObject({ type, size: content.length })
  expect(await files.typeOf(content)).toBe(type)
})

test('more bytes than allowed are refused, and nothing of them stays', async () => {
  await using world = await createNotesWorld()
  const { files } = world.core()
  await expect(files.put(streamOf('x'.repeat(maxBytes), 'x'), { maxBytes })).rejects.toThrow(Problem)
  await expect(files.put(streamOf('x'.repeat(maxBytes)), { maxBytes })).resolves.toMatchObject({ size: maxBytes })
  expect(await readShelves(world)).toHaveLength(1)
})

test('a stream that breaks leaves nothing', async () => {
  await using world = await createNotesWorld()
  async function* broken() {
    yield Buffer.from('half')
    throw new Error('the line went dead')
  }
  await expect(world.core().files.put(broken(), { maxBytes })).rejects.toThrow('the line went dead')
  expect(await readShelves(world)).toEqual([])
})

test('bytes that no row came to name are taken back at once, and named ones never', async () => {
  await using world = await createNotesWorld()
  const { files } = world.core()
  const named = await keep(world, 'ada')
  const refused = await files.put(streamOf('refused'), { maxBytes })
  for (const bytes of [named, refused, refused]) await files.discard(bytes)
  await expect(files.read(refused.id)).rejects.toThrow('ENOENT')
  expect(String(await files.read(named.id))).toBe('stone')
})

test('a check finds every row without its bytes, and nothing else', async () => {
  await using world = await createNotesWorld()
  const { db, files } = world.core()
  const [whole, missing, cut, changed] = [
    await keep(world, 'ada'),
    await keep(world, 'ada'),
    await keep(world, 'ada'),
    await keep(world, 'ada'),
  ]
  const removed = await keep(world, 'ada')
  await db.write((tx) => files.remove(tx, 'ada', removed.id))
  const pathOf = ({ id }: { id: string }) => join(world.folder, 'files', id.slice(-2), id)
  await rm(pathOf(missing))
  await truncate(pathOf(cut), 3)
  await writeFile(pathOf(changed), 'stony')
  const faults = async (depth: 'sizes' | 'content') => {
    const { checked, faulty } = await files.check({ depth })
    expect(checked).toBe(4)
    return Object.fromEntries(faulty.map(({ id, fault }) => [id, fault]))
  }
  const bySize = { [missing.id]: 'missing', [cut.id]: 'wrong-size' }
  expect(await faults('sizes')).toEqual(bySize)
  expect(await faults('content')).toEqual({ ...bySize, [changed.id]: 'wrong-content' })
  expect(String(await files.read(whole.id))).toBe('stone')
  await expect(files.check({ depth: 'sizes', signal: AbortSignal.abort() })).rejects.toThrow('aborted')
})

test('a removed file loses its row at once and its bytes behind the log', async () => {
  await using world = await createNotesWorld()
  const { db, files } = world.core()
  const { id } = await keep(world, 'ada')
  await db.write((tx) => files.remove(tx, 'ada', id))
  expect(await fileTables(db.read).selectFrom('files').selectAll().execute()).toEqual([])
  await untilSwept(world, id)
  expect(await toldNames(world)).toEqual(['files.file-stored', 'files.file-removed'])
})

test('removing what is somebody else’s, or gone, does nothing and tells nobody', async () => {
  await using world = await createNotesWorld()
  const { db, files } = world.core()
  const { id } = await keep(world, 'ada')
  const { id: unnamed } = await files.put(streamOf('not recorded yet'), { maxBytes })
  await db.write(async (tx) => {
    await files.remove(tx, 'bob', id)
    await files.remove(tx, 'bob', unnamed)
  })
  const { id: last } = await keep(world, 'ada')
  await db.write((tx) => files.remove(tx, 'ada', last))
  await untilSwept(world, last)
  expect(String(await files.read(id))).toBe('stone')
  expect(String(await files.read(unnamed))).toBe('not recorded yet')
  expect(await toldNames(world)).toEqual(['files.file-stored', 'files.file-stored', 'files.file-removed'])
})

test('a removal that was not swept before the server ended is swept by the next one', async () => {
  await using world = await createNotesWorld()
  const { id } = await keep(world, 'ada')
  const first = world.core()
  await first.events.stop()
  await first.db.write((tx) => first.files.remove(tx, 'ada', id))
  await world.restart()
  await eventually(
    () => readShelves(world),
    (paths) => paths.length === 0,
  )
})

test('bytes that nobody names are swept once they are old; named and young ones stay', async () => {
  await using world = await createNotesWorld({ now: Date.now() })
  const { files } = world.core()
  const named = await keep(world, 'ada')
  const old = await files.put(streamOf('old'), { maxBytes })
  const young = await files.put(streamOf('young'), { maxBytes })
  const yesterday = new Date(Date.now() - 2 * day)
  for (const path of await readShelves(world)) if (!path.endsWith(young.id)) await utimes(path, yesterday, yesterday)
  expect(await files.sweep(day)).toBe(1)
  await expect(files.read(old.id)).rejects.toThrow('ENOENT')
  expect(String(await files.read(named.id))).toBe('stone')
  expect(String(await files.read(young.id))).toBe('young')
})

test('storing a file inside a write is refused', async () => {
  await using world = await createNotesWorld()
  const { db, files } = world.core()
  await expect(db.write(() => files.put(streamOf('x'), { maxBytes }))).rejects.toThrow('inside a write')
})

test('an upload is kept whole, or refused with nothing kept', async () => {
  await using world = await createNotesWorld()
  const api = (await register(world)).client(notesApi)
  const { id: noteId } = await api.writeNote({ body: { title: 'Monday' } })
  const largest = new File(['x'.repeat(mostAttached)], 'x.txt')
  expect(await api.attachFile({ noteId, file: largest })).toMatchObject({ size: mostAttached, type: 'text/plain' })
  const tooMuch = new File(['x'.repeat(mostAttached + 1)], 'x.txt')
  expect((await refusalOf(api.attachFile({ noteId, file: tooMuch }))).is(tooLarge)).toBe(true)
  expect((await refusalOf(api.attachFile({ noteId: 'elsewhere', file: largest }))).is(noteNotFound)).toBe(true)
  expect(await readShelves(world)).toHaveLength(1)
})

test('an upload that breaks off is refused, and nothing of it stays', async () => {
  await using world = await createNotesWorld()
  const { client, send } = await register(world)
  const { id } = await client(notesApi).writeNote({ body: { title: 'Monday' } })
  const headers = { 'content-type': 'multipart/form-data; boundary=cut' }
  const body = '--cut\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\nsto'
  const reply = await send(`/api/v1/notes/${id}/file`, { method: 'POST', headers, body })
  expect(reply.status).toBe(400)
  expect(await reply.text()).toContain('could not be read to its end')
  expect(await readShelves(world)).toEqual([])
  expect(world.log.filter((line) => line.includes('"level":50'))).toEqual([])
})
