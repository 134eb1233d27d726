import { randomUUIDv7 } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readlink, rm, truncate } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day, minute } from '#std/duration'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { eventually, register, type Member } from '../../../tests/world/world.ts'
import { fileNotFound, filesApi } from './contract.ts'

async function keep(world: NotesWorld, owner: string, { name = 'stone.txt', bytes = Buffer.from('sandstone') } = {}) {
  const { db, files } = world.core()
  const stored = await files.put(streamOf(bytes), { maxBytes: bytes.length })
  await db.write((tx) => files.record(tx, stored, { owner, name }))
  return stored
}

async function* streamOf(bytes: Buffer) {
  yield bytes
}

async function keepLinked(world: NotesWorld, options: Parameters<typeof keep>[2] = {}) {
  const ada = await register(world)
  const stored = await keep(world, ada.id, options)
  return { ada, stored, path: await linkOf(ada, stored.id) }
}

const linkOf = async (member: Member, fileId: string, body: { lifetime?: number } = {}) =>
  (await member.client(filesApi).linkFile({ fileId, body })).path

const pathOf = ({ folder }: NotesWorld, id: string) => join(folder, 'files', id.slice(-2), id)

test('a link gives the bytes to whoever holds it, by type and name, to be kept no longer than it works', async () => {
  await using world = await createNotesWorld()
  const { path, stored } = await keepLinked(world)
  const reply = await world.send(path, {})
  expect(await reply.text()).toBe('sandstone')
  expect(reply.status).toBe(200)
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-length': '9',
    'content-disposition': `inline; filename="stone.txt"; filename*=UTF-8''stone.txt`,
    'accept-ranges': 'bytes',
    etag: `"${stored.hash}"`,
    'cache-control': 'private, max-age=3599',
    'x-content-type-options': 'nosniff',
  })
})

test('HEAD answers as GET does, without the bytes', async () => {
  await using world = await createNotesWorld()
  const { path } = await keepLinked(world)
  for (const headers of [{}, { range: 'bytes=4-5' }, { range: 'bytes=9-' }]) {
    const [head, get] = [await world.send(path, { method: 'HEAD', headers }), await world.send(path, { headers })]
    expect(head.status).toBe(get.status)
    expect(await head.text()).toBe('')
    for (const name of ['content-length', 'content-range', 'content-type', 'etag']) {
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)])
    }
  }
})

test('a part of a file is served by its range, and one outside of it is refused with the size', async () => {
  await using world = await createNotesWorld()
  const { path } = await keepLinked(world)
  const part = await world.send(path, { headers: { range: 'bytes=4-' } })
  expect([part.status, await part.text()]).toEqual([206, 'stone'])
  expect(part.headers.get('content-range')).toBe('bytes 4-8/9')
  expect(part.headers.get('content-length')).toBe('5')
  const outside = await world.send(path, { headers: { range: 'bytes=9-' } })
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */9'])
  expect(await outside.json()).toMatchObject({ type: 'urn:cairn:problem:files/range-outside' })
})

test('who has the content already is told so; who has other content gets the whole', async () => {
  await using world = await createNotesWorld()
  const { path, stored } = await keepLinked(world)
  const unchanged = await world.send(path, { headers: { 'if-none-match': `"${stored.hash}"` } })
  expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
  expect(unchanged.headers.get('etag')).toBe(`"${stored.hash}"`)
  const changed = await world.send(path, { headers: { range: 'bytes=4-', 'if-range': '"other"' } })
  expect([changed.status, await changed.text()]).toEqual([200, 'sandstone'])
})

test('an empty file is served empty', async () => {
  await using world = await createNotesWorld()
  const { path } = await keepLinked(world, { bytes: Buffer.alloc(0) })
  const reply = await world.send(path, {})
  expect([reply.status, await reply.text(), reply.headers.get('content-length')]).toEqual([200, '', '0'])
})

test('whatever is wrong with a link, the refusal is the same', async () => {
  await using world = await createNotesWorld()
  const { ada, path, stored } = await keepLinked(world)
  const other = await keep(world, (await register(world)).id)
  const { db, files } = world.core()
  const gone = await keep(world, ada.id)
  const linkToGone = await linkOf(ada, gone.id)
  await db.write((tx) => files.remove(tx, ada.id, gone.id))
  const wrong = {
    foreign: path.replace(stored.id, other.id),
    missing: path.replace(stored.id, randomUUIDv7()),
    removed: linkToGone,
    'longer life': path.replace(/expires=\d/, 'expires=9'),
    'no expiry': path.replace(/expires=\d+&/, ''),
    'other variant': path.replace('/original', '/thumbnail'),
    'wrong signature': path.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')),
    'no signature': path.replace(/&signature=.*/, ''),
    'two signatures': `${path}&signature=${'A'.repeat(43)}`,
    'more path': path.replace('/original', '/original/more'),
    'less path': '/f/',
    NUL: '/f/%00/original',
  }
  const replies = await Promise.all(
    Object.entries(wrong).map(async ([name, url]) => {
      const reply = await world.send(url, {})
      return { name, status: reply.status, body: await reply.text(), etag: reply.headers.get('etag') }
    }),
  )
  const body = replies[0]?.body
  expect(JSON.parse(body ?? '')).toMatchObject({ type: 'urn:cairn:problem:files/file-not-found', status: 404 })
  for (const reply of replies) expect(reply).toEqual({ name: reply.name, status: 404, body, etag: null })
})

test('a link works until it expires, and not a moment longer', async () => {
  await using world = await createNotesWorld()
  const { ada, stored } = await keepLinked(world)
  const path = await linkOf(ada, stored.id, { lifetime: 5 * minute })
  world.clock.now += 5 * minute - 10
  expect((await world.send(path, {})).status).toBe(200)
  world.clock.now += 10
  expect((await world.send(path, {})).status).toBe(404)
})

test('a link outlives the server that made it', async () => {
  await using world = await createNotesWorld()
  const { path } = await keepLinked(world)
  await world.restart()
  expect((await world.send(path, {})).status).toBe(200)
})

test('a link lives five minutes to seven days', async () => {
  await using world = await createNotesWorld()
  const { ada, stored } = await keepLinked(world)
  for (const lifetime of [5 * minute - 1, 7 * day + 1, 0, -1, 1.5]) {
    const refused = await refusalOf(ada.client(filesApi).linkFile({ fileId: stored.id, body: { lifetime } }))
    expect(refused.problem.status).toBe(400)
  }
  await linkOf(ada, stored.id, { lifetime: 7 * day })
})

test('only the owner sees a file or gets a link; to others it does not exist', async () => {
  await using world = await createNotesWorld()
  const { ada, stored } = await keepLinked(world)
  const bob = (await register(world)).client(filesApi)
  expect(await ada.client(filesApi).getFile({ fileId: stored.id })).toMatchObject({ name: 'stone.txt', size: 9 })
  const refusals = await Promise.all(
    [stored.id, randomUUIDv7(), 'no-id', '%00'].flatMap((fileId) => [
      refusalOf(bob.getFile({ fileId })),
      refusalOf(bob.linkFile({ fileId, body: {} })),
    ]),
  )
  for (const refusal of refusals) {
    expect(refusal.is(fileNotFound)).toBe(true)
    expect(refusal.problem).toEqual(refusals[0]?.problem)
  }
  expect(await bob.listFiles()).toEqual({ items: [], next: null })
})

test('my files are listed page by page, the newest first', async () => {
  await using world = await createNotesWorld()
  const { ada } = await keepLinked(world, { name: '1' })
  await keep(world, (await register(world)).id)
  for (const name of ['2', '3']) await keep(world, ada.id, { name })
  const api = ada.client(filesApi)
  const first = await api.listFiles({ query: { limit: 2 } })
  expect(first.items.map(({ name }) => name)).toEqual(['3', '2'])
  const second = await api.listFiles({ query: { limit: 2, cursor: first.next ?? '' } })
  expect(second.items.map(({ name }) => name)).toEqual(['1'])
  expect(second.next).toBeNull()
  expect(await world.core().files.findByHash(ada.id, second.items[0]?.hash ?? '')).toEqual(second.items[0])
  expect(await world.core().files.findByHash('somebody', second.items[0]?.hash ?? '')).toBeUndefined()
})

test('a row whose bytes are missing or cut is as a missing file, and the log says so', async () => {
  await using world = await createNotesWorld()
  const { path, stored } = await keepLinked(world)
  await truncate(pathOf(world, stored.id), 3)
  expect((await world.send(path, {})).status).toBe(404)
  await rm(pathOf(world, stored.id))
  expect((await world.send(path, {})).status).toBe(404)
  expect(world.log.filter((line) => line.includes('the bytes of a file are missing or cut'))).toHaveLength(2)
})

test('a visitor who goes away in the middle leaves no file open', async () => {
  await using world = await createNotesWorld()
  const { path, stored } = await keepLinked(world, { bytes: Buffer.alloc(32 * 1024 * 1024, 'x') })
  const address = await world.app.http.listen({ host: '127.0.0.1', port: 0 })
  for (let i = 0; i < 8; i += 1) {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.write(`GET ${path} HTTP/1.1\r\nhost: cairn\r\n\r\n`)
    // Half of them are gone before the first byte comes.
    if (i % 2 === 0) await once(socket, 'data')
    socket.destroy()
  }
  expect(
    await eventually(
      () => countOpen(stored.id),
      (count) => count === 0,
    ),
  ).toBe(0)
  expect((await world.send(path, { method: 'HEAD' })).status).toBe(200)
  expect(world.log.filter((line) => line.includes('"level":50'))).toEqual([])
})

/** How often this process holds a file of this name open. */
async function countOpen(name: string) {
  const descriptors = await readdir('/proc/self/fd')
  const targets = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')))
  return targets.filter((target) => target.endsWith(name)).length
}
