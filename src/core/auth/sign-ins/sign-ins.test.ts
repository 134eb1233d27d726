import { expect, test } from 'vitest'
import { createClient } from '#contract/client'
import { notSignedIn } from '#contract/problem'
import { day, minute } from '#std/duration'
import { openBrowser } from '../../../../tests/world/browser.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { readLog } from '../../../../tests/world/read-log.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { register } from '../../../../tests/world/world.ts'
import { accountApi, signInEnded, signInNotFound } from '../contract.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const credentials = { email: 'ada@example.org', password: 'correct horse battery' }

/** A browser that is signed in, and what its page holds. */
async function enter(world: NotesWorld, headers: Record<string, string> = {}) {
  const browser = openBrowser(world, { headers })
  const { accessToken } = await browser.account.signIn({ body: credentials })
  const account = createClient(accountApi, (url, init) =>
    browser.send(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${accessToken}` } }),
  )
  return { browser, account }
}

test('a person sees where they are signed in, newest first, and which one this is', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  await register(world, 'Bob')
  const { browser, account } = await enter(world, { 'user-agent': firefox })
  world.clock.now += minute
  await browser.account.refresh()
  const { items, next } = await account.listSignIns()
  expect(items).toMatchObject([
    { device: 'Firefox on Linux', isCurrent: true },
    { device: null, isCurrent: false },
  ])
  expect(items.map(({ createdAt, lastUsedAt }) => lastUsedAt - createdAt >= minute)).toEqual([true, false])
  expect(next).toBeNull()
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['createdAt', 'device', 'id', 'isCurrent', 'lastUsedAt'])
})

test('the list of sign-ins comes in pages', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  await enter(world)
  const { account } = await enter(world)
  const first = await account.listSignIns({ query: { limit: 2 } })
  const second = await account.listSignIns({ query: { limit: 2, cursor: first.next ?? '' } })
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3)
})

test('an ended sign-in is refused at once, with its token and with its cookie, and the log tells it', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  const lost = await enter(world)
  const { account } = await enter(world)
  const [, other] = (await account.listSignIns()).items
  await account.endSignIn({ signInId: other?.id ?? '' })
  expect((await refusalOf(lost.account.getAccount())).is(notSignedIn)).toBe(true)
  expect((await refusalOf(lost.browser.account.refresh())).is(signInEnded)).toBe(true)
  expect((await account.listSignIns()).items.map(({ id }) => id)).not.toContain(other?.id)
  expect((await readLog(world.core())).at(-1)?.name).toBe('account.signed-out')
})

test('ending the sign-in of somebody else, an ended one or none is refused in the same words', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  const bob = (await register(world, 'Bob')).client(accountApi)
  const { account } = await enter(world)
  const [, ended] = (await account.listSignIns()).items
  await account.endSignIn({ signInId: ended?.id ?? '' })
  const foreign = (await bob.listSignIns()).items[0]?.id ?? ''
  for (const signInId of [foreign, ended?.id ?? '', '01a1f950-0000-7000-8000-000000000000', 'nonsense']) {
    const refusal = await refusalOf(account.endSignIn({ signInId }))
    expect(refusal.problem).toMatchObject({ status: signInNotFound.status, title: signInNotFound.title })
  }
  await expect(bob.getAccount()).resolves.toBeDefined()
})

test('signing out everywhere else keeps this one; signing out everywhere keeps none', async () => {
  await using world = await createNotesWorld()
  const bob = (await register(world, 'Bob')).client(accountApi)
  const first = (await register(world, 'Ada')).client(accountApi)
  const { account, browser } = await enter(world)
  expect(await account.signOutEverywhere({ body: { which: 'others' } })).toEqual({ ended: 1 })
  expect((await refusalOf(first.getAccount())).is(notSignedIn)).toBe(true)
  await expect(account.getAccount()).resolves.toBeDefined()
  expect(await account.signOutEverywhere({ body: { which: 'all' } })).toEqual({ ended: 1 })
  expect((await refusalOf(account.getAccount())).is(notSignedIn)).toBe(true)
  expect(browser.cookies.size).toBe(0)
  await expect(bob.getAccount()).resolves.toBeDefined()
})

test('sign-ins that nobody can renew are not in the list', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  world.clock.now += 61 * day
  const { account } = await enter(world)
  expect((await account.listSignIns()).items).toHaveLength(1)
})
