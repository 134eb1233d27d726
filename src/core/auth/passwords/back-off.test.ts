import { expect, test } from 'vitest'
import { minute, second } from '#std/duration'
import { openBrowser } from '../../../../tests/world/browser.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { register } from '../../../../tests/world/world.ts'
import { accountApi, tooManyTries, wrongCredentials, wrongPassword } from '../contract.ts'
import { authTables } from '../schema.ts'
import { createPasswords } from './passwords.ts'

const email = 'ada@example.org'
const password = 'correct horse battery'

const tryWith = (world: NotesWorld, body: { email: string; password: string }) =>
  refusalOf(openBrowser(world).account.signIn({ body }))

async function fail(world: NotesWorld, times: number, address = email) {
  for (let i = 0; i < times; i += 1)
    expect((await tryWith(world, { email: address, password: 'wrong' })).is(wrongCredentials)).toBe(true)
}

/** The seconds that a refused try is told to wait. */
async function pauseOf(world: NotesWorld, address = email) {
  const reply = await world.send('/api/v1/account/sign-in', {
    method: 'POST',
    body: JSON.stringify({ email: address, password }),
    headers: { 'content-type': 'application/json' },
  })
  expect(reply.status).toBe(tooManyTries.status)
  return Number(reply.headers.get('retry-after'))
}

test('after five wrong passwords even the right one has to wait, and then works', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  await fail(world, 5)
  expect(await pauseOf(world)).toBe(5)
  world.clock.now += 6 * second
  await expect(openBrowser(world).account.signIn({ body: { email, password } })).resolves.toBeDefined()
  await fail(world, 5)
})

test('the pause grows with each failure, and tries during it do not count', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  await fail(world, 5)
  await pauseOf(world)
  await pauseOf(world)
  const pauses: number[] = []
  for (let i = 0; i < 10; i += 1) {
    world.clock.now += 16 * minute
    await fail(world, 1)
    pauses.push(await pauseOf(world))
  }
  expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900, 900])
})

test('an address without an account is refused after as many tries and in the same words', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  await fail(world, 5)
  await fail(world, 5, 'nobody@example.org')
  const known = await tryWith(world, { email, password: 'wrong' })
  const unknown = await tryWith(world, { email: 'nobody@example.org', password: 'wrong' })
  expect(known.is(tooManyTries)).toBe(true)
  expect(unknown.problem).toEqual(known.problem)
})

test('many tries at once are no way around the pause', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  const tries = Array.from({ length: 20 }, () => tryWith(world, { email, password: 'wrong' }))
  const looked = (await Promise.all(tries)).filter((refusal) => refusal.is(wrongCredentials))
  expect(looked).toHaveLength(5)
})

test('the pause of one address keeps nobody else waiting, and outlives a restart', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  await register(world, 'Bob')
  await fail(world, 5)
  await world.restart()
  await pauseOf(world)
  const bob = openBrowser(world).account.signIn({ body: { email: 'bob@example.org', password } })
  await expect(bob).resolves.toBeDefined()
})

test('guessing the password from a sign-in is slowed down like guessing it from outside', async () => {
  await using world = await createNotesWorld()
  const account = (await register(world, 'Ada')).client(accountApi)
  const guess = () =>
    refusalOf(account.changePassword({ body: { oldPassword: 'wrong', newPassword: 'another one, longer' } }))
  for (let i = 0; i < 5; i += 1) expect((await guess()).is(wrongPassword)).toBe(true)
  expect((await guess()).is(tooManyTries)).toBe(true)
  await pauseOf(world)
})

test('no address can be read from the counted tries, and they go after a day', async () => {
  await using world = await createNotesWorld()
  await fail(world, 1)
  const read = () => authTables(world.core().db.read).selectFrom('sign_in_tries').selectAll().execute()
  expect(await read()).toHaveLength(1)
  expect(JSON.stringify(await read())).not.toContain('ada')
  world.clock.now += 25 * 60 * minute
  await world.core().db.write((tx) => world.app.auth.prune(tx))
  expect(await read()).toEqual([])
})

test('an address without an account costs a hash, too', async () => {
  const passwords = await createPasswords()
  const hash = await passwords.hash(password)
  const known = await leastTime(() => passwords.matches('wrong', hash))
  const unknown = await leastTime(() => passwords.matches('wrong', undefined))
  expect(unknown).toBeGreaterThan(known / 4)
})

/** Milliseconds of the quickest of three: what else runs on the machine only makes it slower. */
async function leastTime(task: () => Promise<unknown>) {
  const times: number[] = []
  for (let i = 0; i < 3; i += 1) {
    const started = performance.now()
    await task()
    times.push(performance.now() - started)
  }
  return Math.min(...times)
}
