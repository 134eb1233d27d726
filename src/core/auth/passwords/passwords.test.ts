import { expect, test } from 'vitest'
import { notSignedIn } from '#contract/problem'
import { day, hour } from '#std/duration'
import { openBrowser } from '../../../../tests/world/browser.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { readLog } from '../../../../tests/world/read-log.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { register, registerAdministrator, signIn } from '../../../../tests/world/world.ts'
import { accountApi, linkSpent, peopleApi, wrongCredentials, wrongPassword } from '../contract.ts'
import { authTables } from '../schema.ts'

const oldPassword = 'correct horse battery'
const newPassword = 'a staple, much longer'
const email = 'bob@example.org'

test('a new password ends all other sign-ins and keeps this one', async () => {
  await using world = await createNotesWorld()
  const other = (await register(world, 'Bob')).client(accountApi)
  const account = (await signIn(world, 'Bob')).client(accountApi)
  expect(await account.changePassword({ body: { oldPassword, newPassword } })).toEqual({ ended: 1 })
  await expect(account.getAccount()).resolves.toBeDefined()
  expect((await refusalOf(other.getAccount())).is(notSignedIn)).toBe(true)
  const browser = openBrowser(world).account
  const refusal = await refusalOf(browser.signIn({ body: { email, password: oldPassword } }))
  expect(refusal.is(wrongCredentials)).toBe(true)
  await expect(browser.signIn({ body: { email, password: newPassword } })).resolves.toBeDefined()
  expect((await readLog(world.core())).map(({ name }) => name)).toContain('account.password-changed')
})

test('without the old password nothing is changed', async () => {
  await using world = await createNotesWorld()
  const other = (await register(world, 'Bob')).client(accountApi)
  const account = (await signIn(world, 'Bob')).client(accountApi)
  const refusal = await refusalOf(account.changePassword({ body: { oldPassword: 'a guess', newPassword } }))
  expect(refusal.is(wrongPassword)).toBe(true)
  await expect(other.getAccount()).resolves.toBeDefined()
  await expect(signIn(world, 'Bob')).resolves.toBeDefined()
})

async function makeLink(world: NotesWorld) {
  const bob = await register(world, 'Bob')
  const people = (await registerAdministrator(world)).client(peopleApi)
  return { bob, people, ...(await people.makeResetLink({ personId: bob.id })) }
}

test('a reset link sets a new password once and ends all sign-ins', async () => {
  await using world = await createNotesWorld()
  const { bob, token } = await makeLink(world)
  const visitor = openBrowser(world).account
  await visitor.resetPassword({ body: { token, newPassword } })
  expect((await refusalOf(bob.client(accountApi).getAccount())).is(notSignedIn)).toBe(true)
  await expect(visitor.signIn({ body: { email, password: newPassword } })).resolves.toBeDefined()
  const again = await refusalOf(visitor.resetPassword({ body: { token, newPassword: oldPassword } }))
  expect(again.is(linkSpent)).toBe(true)
})

test('only the newest reset link works, and none after a day', async () => {
  await using world = await createNotesWorld()
  const { bob, people, token: older } = await makeLink(world)
  const { token, expiresAt } = await people.makeResetLink({ personId: bob.id })
  expect(expiresAt - world.clock.now).toBeGreaterThan(day - hour)
  const use = (link: string) => openBrowser(world).account.resetPassword({ body: { token: link, newPassword } })
  expect((await refusalOf(use(older))).is(linkSpent)).toBe(true)
  world.clock.now += day
  expect((await refusalOf(use(token))).is(linkSpent)).toBe(true)
  expect((await refusalOf(use('made up'))).is(linkSpent)).toBe(true)
  await expect(signIn(world, 'Bob')).resolves.toBeDefined()
})

test('a reset link stands in the record as a hash only, and is told to the person it is for', async () => {
  await using world = await createNotesWorld()
  const { bob, token } = await makeLink(world)
  const rows = await authTables(world.core().db.read).selectFrom('reset_links').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(world.log.join('')).not.toContain(token)
  const told = (await readLog(world.core())).find(({ name }) => name === 'account.reset-link-made')
  expect(told).toMatchObject({ owner: bob.id, payload: {} })
  expect(told?.actor).not.toBe(bob.id)
})

test('whoever signs in with the old password while it is changed is not in afterwards', async () => {
  await using world = await createNotesWorld()
  const account = (await register(world, 'Bob')).client(accountApi)
  const visitor = openBrowser(world).account
  await Promise.allSettled([
    visitor.signIn({ body: { email, password: oldPassword } }),
    account.changePassword({ body: { oldPassword, newPassword } }),
  ])
  expect((await account.listSignIns()).items).toMatchObject([{ isCurrent: true }])
})
