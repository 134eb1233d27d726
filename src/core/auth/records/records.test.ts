import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { notSignedIn } from '#contract/problem'
import { day } from '#std/duration'
import { filesApi } from '#core/files/contract'
import { settingsApi } from '#core/settings/contract'
import { openBrowser } from '../../../../tests/world/browser.ts'
import { readEveryRow } from '../../../../tests/world/every-row.ts'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { notesApi } from '../../../../tests/world/notes-contract.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { readLog } from '../../../../tests/world/read-log.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { unzip } from '../../../../tests/world/unzip.ts'
import { eventually, register, registerAdministrator, type Member } from '../../../../tests/world/world.ts'
import { accountApi, lastAdministrator, peopleApi, wrongPassword } from '../contract.ts'

const password = 'correct horse battery'

/** Leaves something of the person in every module. */
async function live(member: Member) {
  const notes = member.client(notesApi)
  const { id: noteId } = await notes.writeNote({ body: { title: 'A walk', text: 'by the sea', tags: ['outside'] } })
  const { id: gone } = await notes.writeNote({ body: { title: 'A mistake' } })
  await notes.deleteNote({ noteId: gone })
  const { id: fileId } = await notes.attachFile({ noteId, file: new File(['waves'], 'sea.txt') })
  await untilEnded(member, await notes.printNote({ noteId }))
  await member.client(settingsApi).updateSettings({ body: { 'notes.paper': 'squared' } })
  await member.client(accountApi).makeKey({ body: { name: 'A script', scopes: ['notes.notes:read'] } })
  return { fileId }
}

async function exportAll(world: NotesWorld, member: Member) {
  const account = member.client(accountApi)
  await untilEnded(member, await account.exportAccount())
  const { archive } = await account.getExport()
  if (!archive) throw new Error('There is no archive')
  const { path } = await member.client(filesApi).linkFile({ fileId: archive.fileId, body: {} })
  const reply = await world.send(path, {})
  return { archive, files: unzip(Buffer.from(await reply.arrayBuffer())) }
}

test('an export holds all that is mine, in files that anybody can open, and nothing of others', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  await live(bob)
  await (await register(world, 'Eve')).client(notesApi).writeNote({ body: { title: 'Of Eve' } })
  const { archive, files } = await exportAll(world, bob)
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      'history/events.jsonl',
      'notes/notes.json',
      'files/sea.txt',
      'changes/changes.json',
      'settings/settings.json',
      'graph/graph.json',
      'jobs/jobs.json',
      'account/person.json',
      'account/sign-ins.json',
      'account/keys.json',
    ]),
  )
  expect(files.get('files/sea.txt')?.toString()).toBe('waves')
  const whole = [...files.values()].join('\n')
  for (const mine of ['A walk', 'by the sea', 'bob@example.org', 'squared', 'A script']) expect(whole).toContain(mine)
  for (const other of ['Of Eve', 'eve@example.org', 'argon2', 'owner']) expect(whole).not.toContain(other)
  expect(archive.expiresAt - archive.createdAt).toBe(7 * day)
})

test('a newer export takes the place of the earlier one and does not hold it', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const first = await exportAll(world, bob)
  const second = await exportAll(world, bob)
  expect([...second.files.keys()].filter((name) => name.endsWith('.zip'))).toEqual([])
  const { items } = await bob.client(filesApi).listFiles()
  expect(items.map(({ id }) => id)).toEqual([second.archive.fileId])
  expect(second.archive.fileId).not.toBe(first.archive.fileId)
})

test('an archive is let go after a week', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  await exportAll(world, bob)
  world.clock.now += 8 * day
  await world.core().db.write((tx) => world.app.auth.prune(tx))
  const rows = await readEveryRow(world.core().db)
  expect(rows.filter(({ table }) => table === 'files' || table === 'account_exports')).toEqual([])
})

test("an archive is nobody else's", async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const ada = await registerAdministrator(world)
  const { archive } = await exportAll(world, bob)
  const foreign = await refusalOf(ada.client(filesApi).linkFile({ fileId: archive.fileId, body: {} }))
  expect(foreign.problem.status).toBe(404)
  expect(await ada.client(accountApi).getExport()).toEqual({ archive: null, job: null })
})

test('a deleted account leaves no row and no file behind, and the rows of others stay as they were', async () => {
  await using world = await createNotesWorld()
  const ada = await registerAdministrator(world)
  const [bob, eve] = [await register(world, 'Bob'), await register(world, 'Eve')]
  const [{ fileId }] = [await live(bob), await live(eve)]
  await exportAll(world, bob)
  await ada.client(peopleApi).makeResetLink({ personId: bob.id })
  await ada.client(peopleApi).makeInvitation({ body: { email: 'bob@example.org' } })
  const rowsOf = async (...marks: string[]) =>
    (await readEveryRow(world.core().db)).filter(({ text }) => marks.some((mark) => text.includes(mark)))
  const ofBob = [bob.id, bob.id.replaceAll('-', ''), 'bob@example.org']
  const ofEve = [eve.id, eve.id.replaceAll('-', ''), 'eve@example.org']
  const [before, others] = [await rowsOf(...ofBob), await rowsOf(...ofEve)]
  expect(new Set(before.map(({ table }) => table)).size).toBeGreaterThan(12)

  await bob.client(accountApi).deleteAccount({ body: { password } })

  const left = await rowsOf(...ofBob)
  expect(left.map(({ table }) => table)).toEqual(['events'])
  expect(left[0]?.text).toContain('account.person-deleted')
  expect(await rowsOf(...ofEve)).toEqual(others)
  const path = join(world.folder, 'files', fileId.slice(-2), fileId)
  await eventually(
    async () => existsSync(path),
    (exists) => !exists,
  )
})

test('after the end of the account nothing opens it again, and the address is free', async () => {
  await using world = await createNotesWorld()
  await registerAdministrator(world)
  const browser = openBrowser(world)
  const body = { email: 'bob@example.org', name: 'Bob', password }
  await browser.account.register({ body })
  const bob = (await register(world, 'Cleo')).client(accountApi)
  await bob.deleteAccount({ body: { password } })
  expect((await refusalOf(bob.getAccount())).is(notSignedIn)).toBe(true)
  await expect(browser.account.refresh()).resolves.toMatchObject({ person: { name: 'Bob' } })
  await expect(register(world, 'Cleo')).resolves.toBeDefined()
})

test('followers of the log learn of the end, though its person was the last who wrote to it', async () => {
  await using world = await createNotesWorld()
  await registerAdministrator(world)
  const bob = await register(world, 'Bob')
  const latest = await world.core().events.latestPosition()
  await bob.client(accountApi).deleteAccount({ body: { password } })
  const told = (await readLog(world.core())).filter(({ position }) => position > latest)
  expect(told.map(({ name }) => name)).toContain('account.person-deleted')
})

test('an account is not deleted without its password', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const refusal = await refusalOf(bob.client(accountApi).deleteAccount({ body: { password: 'a guess' } }))
  expect(refusal.is(wrongPassword)).toBe(true)
  await expect(bob.client(accountApi).getAccount()).resolves.toBeDefined()
})

test('the last administrator cannot leave others behind, but may be the last to leave', async () => {
  await using world = await createNotesWorld()
  const ada = await registerAdministrator(world)
  const bob = await register(world, 'Bob')
  const leave = (member: Member) => member.client(accountApi).deleteAccount({ body: { password } })
  expect((await refusalOf(leave(ada))).is(lastAdministrator)).toBe(true)
  await leave(bob)
  await leave(ada)
  expect((await openBrowser(world).account.getWelcome()).needsAdministrator).toBe(true)
})
