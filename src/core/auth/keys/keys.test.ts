import { expect, test } from 'vitest'
import { createClient } from '#contract/client'
import { notInScope, notSignedIn } from '#contract/problem'
import { day, minute, second } from '#std/duration'
import { openLive } from '../../../../tests/world/live-client.ts'
import { notesApi } from '../../../../tests/world/notes-contract.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { listen } from '../../../../tests/world/port.ts'
import { readLog } from '../../../../tests/world/read-log.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { register, registerAdministrator, type Member } from '../../../../tests/world/world.ts'
import { accountApi, keyExpired, keyNotFound, mostKeys, peopleApi, tooManyKeys, unknownScope } from '../contract.ts'
import { authTables } from '../schema.ts'

/** Clients of a program that holds the key. */
function withKey(world: NotesWorld, secret: string) {
  const headers = { authorization: `Bearer ${secret}` }
  const send = (url: string, init: RequestInit) =>
    world.send(url, { ...init, headers: { ...init.headers, ...headers } })
  return { notes: createClient(notesApi, send), account: createClient(accountApi, send) }
}

const make = (member: Member, scopes: string[], expiresAt: number | null = null) =>
  member.client(accountApi).makeKey({ body: { name: 'A script', scopes, expiresAt } })

test('a key does what it was given for its person, and nothing else', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const { id: noteId } = await bob.client(notesApi).writeNote({ body: { title: 'Mine' } })
  const { secret } = await make(bob, ['notes.notes:read'])
  const { notes } = withKey(world, secret)
  expect(await notes.getNote({ noteId })).toMatchObject({ title: 'Mine' })
  expect((await refusalOf(notes.writeNote({ body: { title: 'No' } }))).is(notInScope)).toBe(true)
  expect((await refusalOf(notes.deleteNote({ noteId }))).is(notInScope)).toBe(true)
})

test('a key opens nothing of somebody else', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const { id: noteId } = await (await register(world)).client(notesApi).writeNote({ body: { title: 'Theirs' } })
  const { notes } = withKey(world, (await make(bob, ['notes.notes:read'])).secret)
  const foreign = await refusalOf(notes.getNote({ noteId }))
  const missing = await refusalOf(notes.getNote({ noteId: '01a1f950-0000-7000-8000-000000000000' }))
  expect(foreign.problem).toEqual(missing.problem)
})

test('a key never touches the security of an account, and cannot be given that', async () => {
  await using world = await createNotesWorld()
  const ada = await registerAdministrator(world)
  const { items } = await ada.client(accountApi).listScopes()
  const granted = items.flatMap(({ noun, acts }) => acts.map((act) => `${noun}:${act}`))
  for (const noun of ['sign-ins', 'password', 'keys', 'everything', 'people', 'invitations']) {
    const refusal = await refusalOf(make(ada, [`account.${noun}:write`]))
    expect(refusal.is(unknownScope), noun).toBe(true)
  }
  const { account } = withKey(world, (await make(ada, granted)).secret)
  await expect(account.getAccount()).resolves.toMatchObject({ name: 'Ada' })
  for (const call of [account.listKeys, account.listSignIns, account.exportAccount, account.signOut])
    expect((await refusalOf(call())).is(notInScope)).toBe(true)
})

test('everybody is offered what their role may give, in words', async () => {
  await using world = await createNotesWorld()
  const administrator = await registerAdministrator(world)
  const bob = await register(world, 'Bob')
  const offered = async (member: Member) => (await member.client(accountApi).listScopes()).items
  expect(await offered(bob)).toContainEqual({ noun: 'notes.notes', about: 'Notes', acts: ['read', 'write'] })
  expect((await offered(bob)).map(({ noun }) => noun)).not.toContain('notes.census')
  expect((await offered(administrator)).map(({ noun }) => noun)).toContain('notes.census')
  expect((await refusalOf(make(bob, ['notes.census:read']))).is(unknownScope)).toBe(true)
  expect((await refusalOf(make(bob, ['notes.notes:fly']))).is(unknownScope)).toBe(true)
})

test('a key of an administrator who is one no more does no more than a member may', async () => {
  await using world = await createNotesWorld()
  const ada = await registerAdministrator(world)
  const bob = await register(world, 'Bob')
  const people = ada.client(peopleApi)
  await people.updatePerson({ personId: bob.id, body: { role: 'administrator' } })
  const { notes } = withKey(world, (await make(bob, ['notes.census:read'])).secret)
  await expect(notes.countNotes()).resolves.toBeDefined()
  await people.updatePerson({ personId: bob.id, body: { role: 'member' } })
  expect((await refusalOf(notes.countNotes())).problem.status).toBe(403)
})

test('a key is refused once it is ended, over, changed or of a disabled person', async () => {
  await using world = await createNotesWorld()
  const ada = await registerAdministrator(world)
  const bob = await register(world, 'Bob')
  const isRefused = async (secret: string) =>
    (await refusalOf(withKey(world, secret).account.getAccount())).is(notSignedIn)
  const scopes = ['account.person:read']
  const ended = await make(bob, scopes)
  await bob.client(accountApi).endKey({ keyId: ended.id })
  expect(await isRefused(ended.secret)).toBe(true)
  const brief = await make(bob, scopes, world.clock.now + minute)
  await expect(withKey(world, brief.secret).account.getAccount()).resolves.toBeDefined()
  world.clock.now += minute
  expect(await isRefused(brief.secret)).toBe(true)
  const living = await make(bob, scopes)
  const last = living.secret.at(-1) === 'A' ? 'B' : 'A'
  expect(await isRefused(living.secret.slice(0, -1) + last)).toBe(true)
  const change = (isDisabled: boolean) => ada.client(peopleApi).updatePerson({ personId: bob.id, body: { isDisabled } })
  await change(true)
  expect(await isRefused(living.secret)).toBe(true)
  await change(false)
  expect(await isRefused(living.secret)).toBe(true)
})

test('a key is shown once, and stands in the record as a hash only', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const { secret, ...key } = await make(bob, ['notes.notes:write', 'notes.notes:read', 'notes.notes:read'])
  expect(secret).toMatch(/^cairn_[0-9a-f-]{36}_[\w-]{43}$/)
  expect(key.scopes).toEqual(['notes.notes:read', 'notes.notes:write'])
  await withKey(world, secret).notes.writeNote({ body: { title: 'By a program' } })
  expect((await bob.client(accountApi).listKeys()).items).toMatchObject([{ ...key, lastUsedAt: expect.any(Number) }])
  const rows = await authTables(world.core().db.read).selectFrom('account_keys').selectAll().execute()
  const log = await readLog(world.core())
  for (const told of [JSON.stringify(rows), JSON.stringify(log), world.log.join('')])
    expect(told).not.toContain(secret.slice(-43))
  expect(log.map(({ name }) => name)).toContain('account.key-made')
})

test('the last use of a key is written down at most once a minute', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const { secret } = await make(bob, ['account.person:read'])
  const use = async () => {
    await withKey(world, secret).account.getAccount()
    return (await bob.client(accountApi).listKeys()).items[0]?.lastUsedAt
  }
  const first = await use()
  world.clock.now += 30 * second
  expect(await use()).toBe(first)
  world.clock.now += 31 * second
  expect(await use()).toBeGreaterThan(first ?? Infinity)
})

test('the key of somebody else cannot be ended or seen', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const eve = (await register(world)).client(accountApi)
  const { id: keyId } = await make(bob, ['notes.notes:read'])
  expect((await refusalOf(eve.endKey({ keyId }))).is(keyNotFound)).toBe(true)
  expect((await eve.listKeys()).items).toEqual([])
  expect((await bob.client(accountApi).listKeys()).items).toHaveLength(1)
})

test('a key needs an end that is still to come, and a person has so many keys', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const scopes = ['notes.notes:read']
  expect((await refusalOf(make(bob, scopes, world.clock.now - day))).is(keyExpired)).toBe(true)
  for (let i = 0; i < mostKeys; i += 1) await make(bob, scopes)
  expect((await refusalOf(make(bob, scopes))).is(tooManyKeys)).toBe(true)
})

test('a key does not open the live connection', async () => {
  await using world = await createNotesWorld()
  const bob = await register(world, 'Bob')
  const { secret } = await make(bob, ['notes.notes:read'])
  using live = await openLive(await listen(world))
  live.send({ type: 'sign-in', token: secret })
  expect(await live.closed).toBe(1008)
})
