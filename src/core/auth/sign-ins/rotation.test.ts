import { expect, test } from 'vitest'
import { createClient } from '#contract/client'
import { notSignedIn } from '#contract/problem'
import { day, minute, second } from '#std/duration'
import { readLog } from '../../../../tests/world/read-log.ts'
import { openBrowser, type Browser } from '../../../../tests/world/browser.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { accountApi, signInEnded } from '../contract.ts'
import { authTables } from '../schema.ts'

const body = { email: 'ada@example.org', name: 'Ada', password: 'correct horse battery' }

/** A browser that signed in a while ago. */
async function enter(world: NotesWorld) {
  const browser = openBrowser(world)
  const { accessToken } = await browser.account.register({ body })
  world.clock.now += minute
  return { browser, accessToken }
}

const tokenOf = ({ cookies }: Browser) => cookies.get('cairn')
const copyOf = (world: NotesWorld, { cookies }: Browser) => openBrowser(world, { cookies })

function withToken(world: NotesWorld, accessToken: string) {
  const headers = { authorization: `Bearer ${accessToken}` }
  return createClient(accountApi, (url, init) => world.send(url, { ...init, headers }))
}

async function toldNames(world: NotesWorld) {
  return (await readLog(world.core())).filter(({ topic }) => topic === 'account').map(({ name }) => name)
}

test('a refresh token is traded for its successor, and the reply is a new access token', async () => {
  await using world = await createNotesWorld()
  const { browser } = await enter(world)
  const before = tokenOf(browser)
  const { accessToken, person } = await browser.account.refresh()
  expect(tokenOf(browser)).not.toBe(before)
  expect(await withToken(world, accessToken).getAccount()).toEqual(person)
})

test('two tabs that refresh together get the same successor (refresh race signs people out)', async () => {
  await using world = await createNotesWorld()
  const { browser } = await enter(world)
  const tab = copyOf(world, browser)
  await Promise.all([browser.account.refresh(), tab.account.refresh()])
  expect(tokenOf(tab)).toBe(tokenOf(browser))
  world.clock.now += minute
  await expect(tab.account.refresh()).resolves.toMatchObject({ person: { name: 'Ada' } })
})

test('a third tab that is late gets the same successor too, though a second refresh came between (refresh race signs people out)', async () => {
  await using world = await createNotesWorld()
  const { browser } = await enter(world)
  const late = copyOf(world, browser)
  await browser.account.refresh()
  await browser.account.refresh()
  world.clock.now += 29 * second
  await late.account.refresh()
  expect(tokenOf(late)).toBe(tokenOf(browser))
  expect(await toldNames(world)).toEqual(['account.person-registered', 'account.signed-in'])
})

test('a replaced token that comes back later ends the sign-in and tells the log', async () => {
  await using world = await createNotesWorld()
  const { browser } = await enter(world)
  const thief = copyOf(world, browser)
  const { accessToken } = await browser.account.refresh()
  world.clock.now += 31 * second
  expect((await refusalOf(thief.account.refresh())).is(signInEnded)).toBe(true)
  expect(tokenOf(thief)).toBeUndefined()
  expect((await refusalOf(browser.account.refresh())).is(signInEnded)).toBe(true)
  expect((await refusalOf(withToken(world, accessToken).getAccount())).is(notSignedIn)).toBe(true)
  expect(await toldNames(world)).toEqual(['account.person-registered', 'account.signed-in', 'account.replay-refused'])
})

test('a made-up token of a living sign-in ends it', async () => {
  await using world = await createNotesWorld()
  const { browser } = await enter(world)
  const [id] = (tokenOf(browser) ?? '').split('.')
  const forger = openBrowser(world, { cookies: new Map([['cairn', `${id}.made-up`]]) })
  expect((await refusalOf(forger.account.refresh())).is(signInEnded)).toBe(true)
  expect((await refusalOf(browser.account.refresh())).is(signInEnded)).toBe(true)
})

test('a sign-in that nobody renewed for sixty days is over', async () => {
  await using world = await createNotesWorld()
  const { browser } = await enter(world)
  world.clock.now += 59 * day
  await browser.account.refresh()
  world.clock.now += 60 * day
  expect((await refusalOf(browser.account.refresh())).is(signInEnded)).toBe(true)
})

test.each([{ token: '01a1f950-0000-7000-8000-000000000000.unknown' }, { token: 'nonsense' }, { token: '.' }])(
  'a token that means no sign-in is refused and its cookie taken away: $token',
  async ({ token }) => {
    await using world = await createNotesWorld()
    const browser = openBrowser(world, { cookies: new Map([['cairn', token]]) })
    expect((await refusalOf(browser.account.refresh())).is(signInEnded)).toBe(true)
    expect(tokenOf(browser)).toBeUndefined()
    expect(await toldNames(world)).toEqual([])
  },
)

test('without a cookie there is nothing to refresh', async () => {
  await using world = await createNotesWorld()
  const browser = openBrowser(world)
  expect((await refusalOf(browser.account.refresh())).is(signInEnded)).toBe(true)
  expect(browser.given).toEqual([])
})

test('no token stands in the record', async () => {
  await using world = await createNotesWorld()
  const { browser } = await enter(world)
  await browser.account.refresh()
  const rows = await authTables(world.core().db.read).selectFrom('sign_ins').selectAll().execute()
  const secret = tokenOf(browser)?.split('.').at(1) ?? ''
  expect(secret).toHaveLength(43)
  expect(JSON.stringify(rows)).not.toContain(secret)
})

test('after signing out, neither token is of any use', async () => {
  await using world = await createNotesWorld()
  const { browser, accessToken } = await enter(world)
  const kept = copyOf(world, browser)
  await withToken(world, accessToken).signOut()
  expect((await refusalOf(withToken(world, accessToken).getAccount())).is(notSignedIn)).toBe(true)
  expect((await refusalOf(kept.account.refresh())).is(signInEnded)).toBe(true)
  expect((await toldNames(world)).at(-1)).toBe('account.signed-out')
})

test('signing out of one browser leaves the other one signed in', async () => {
  await using world = await createNotesWorld()
  const { accessToken } = await enter(world)
  const other = openBrowser(world)
  const second = await other.account.signIn({ body })
  await withToken(world, accessToken).signOut()
  expect(await withToken(world, second.accessToken).getAccount()).toEqual(second.person)
  await expect(other.account.refresh()).resolves.toMatchObject({ person: second.person })
})

test('sign-ins that nobody can renew are removed, living ones are kept', async () => {
  await using world = await createNotesWorld()
  const { accessToken } = await enter(world)
  await withToken(world, accessToken).signOut()
  world.clock.now += 2 * day
  const other = openBrowser(world)
  await other.account.signIn({ body })
  await world.core().db.write((tx) => world.app.auth.prune(tx))
  const rows = await authTables(world.core().db.read).selectFrom('sign_ins').selectAll().execute()
  expect(rows.map(({ ended_at }) => ended_at)).toEqual([null])
})
