import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createClient } from '#contract/client'
import { notSignedIn, ProblemReply, problemType } from '#contract/problem'
import { filesApi } from '#core/files/contract'
import { healthApi } from '#core/observability/contract'
import { second } from '#std/duration'
import { notesApi } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { eventually, register, signIn } from '../../../tests/world/world.ts'
import { noRoom } from './contract.ts'

const megabyte = 1024 * 1024
const reserve = 8
const ballast = megabyte

/** A world on a disk of which the test says how much is free. Its reserve is 8 MB, its ballast one. */
async function createSmallWorld() {
  const space = { free: 100 * megabyte, total: 1000 * megabyte }
  const world = await createNotesWorld({ config: { diskReserve: reserve }, readSpace: async () => ({ ...space }) })
  const ada = await register(world, 'Ada')
  const api = ada.client(notesApi)
  const note = await api.writeNote({ body: { title: 'Monday' } })
  /** The next look finds this much. */
  const leave = (free: number) => {
    space.free = free
    world.clock.now += second
  }
  return Object.assign(world, { ada, api, note, leave, ballast: () => sizeOf(join(world.folder, 'ballast')) })
}

async function keepFile({ core }: NotesWorld, owner: string) {
  const { db, files } = core()
  const bytes = await files.put(Readable.from([Buffer.from('stone')]), { maxBytes: 100 })
  await db.write((tx) => files.record(tx, bytes, { owner, name: 'stone.txt' }))
  return bytes
}

const sizeOf = async (path: string) => (await stat(path).catch(() => undefined))?.size ?? 0

test('below the reserve writes are refused in plain words, reads and deletions go on, and it passes by itself', async () => {
  await using world = await createSmallWorld()
  const { api, note, leave } = world
  leave(reserve * megabyte - 1)
  const refused = await refusalOf(api.writeNote({ body: { title: 'Tuesday' } }))
  expect(refused.is(noRoom)).toBe(true)
  expect(refused.problem.status).toBe(507)
  expect(refused.message).toContain('The disk of this Cairn is almost full')
  expect(await api.getNote({ noteId: note.id })).toEqual(note)
  await api.deleteNote({ noteId: note.id })
  leave(reserve * megabyte + ballast)
  await api.writeNote({ body: { title: 'Tuesday' } })
})

test('on a full disk one can still come in and delete; what is small is refused too', async () => {
  await using world = await createSmallWorld()
  const { ada, note, leave } = world
  const { id } = await keepFile(world, ada.id)
  leave(reserve * megabyte - 1)
  await ada.client(filesApi).linkFile({ fileId: id, body: {} })
  leave(ballast - 1)
  const returned = await signIn(world, 'Ada')
  expect((await refusalOf(returned.client(filesApi).linkFile({ fileId: id, body: {} }))).is(noRoom)).toBe(true)
  await returned.client(notesApi).deleteNote({ noteId: note.id })
})

test('readiness tells when the disk is low, and so do the parts that can wait', async () => {
  await using world = await createSmallWorld()
  const health = createClient(healthApi, world.send)
  expect(await health.getReadiness()).toEqual({ status: 'up' })
  expect(world.core().disk.isLow()).toBe(false)
  world.leave(0)
  await world.core().disk.admit('frees')
  expect(world.core().disk.isLow()).toBe(true)
  expect(await health.getReadiness()).toEqual({ status: 'degraded' })
})

test('a stranger does not learn that the disk is low', async () => {
  await using world = await createSmallWorld()
  world.leave(0)
  const reply = await world.send('/api/v1/notes', { method: 'POST', body: '{}' })
  expect(ProblemReply.parse(await reply.json()).type).toBe(problemType(notSignedIn))
})

test('an upload that the room is used up under is broken off, and nothing of it stays', async () => {
  await using world = await createSmallWorld()
  const { files } = world.core()
  async function* stream() {
    yield Buffer.from('half')
    world.leave(reserve * megabyte - 1)
    yield Buffer.from('the rest')
  }
  await expect(files.put(stream(), { maxBytes: 100 })).rejects.toMatchObject({ kind: noRoom })
  expect(await readdir(join(world.folder, 'files'), { recursive: true })).not.toContainEqual(
    expect.stringContaining('-'),
  )
})

test('the ballast is made while there is room, given back when the disk is full, and made again', async () => {
  await using world = await createSmallWorld()
  const { api, leave } = world
  const untilBallastIs = (size: number) => eventually(world.ballast, (found) => found === size)
  await untilBallastIs(ballast)
  leave(ballast)
  await refusalOf(api.writeNote({ body: { title: 'low' } }))
  expect(await world.ballast()).toBe(ballast)
  leave(ballast - 1)
  await refusalOf(api.writeNote({ body: { title: 'full' } }))
  expect(await world.ballast()).toBe(0)
  leave(100 * megabyte)
  await api.writeNote({ body: { title: 'again' } })
  await untilBallastIs(ballast)
})

test('each change of the level is logged once', async () => {
  await using world = await createSmallWorld()
  for (const free of [0, 0, 0]) {
    world.leave(free)
    await refusalOf(world.api.writeNote({ body: { title: 'Tuesday' } }))
  }
  expect(world.log.filter((line) => line.includes('the room on the disk has changed'))).toHaveLength(1)
  expect(world.log.filter((line) => line.includes('"level":50'))).toEqual([])
})
