import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { invalidRequest } from '#contract/problem'
import { settingsApi } from '#core/settings/contract'
import { readLog } from '../../../tests/world/read-log.ts'
import { openBrowser } from '../../../tests/world/browser.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { register, registerAdministrator } from '../../../tests/world/world.ts'
import { accountApi, emailTaken, linkSpent, registrationClosed, wrongCredentials } from './contract.ts'
import { createPasswords } from './passwords/passwords.ts'
import { authTables } from './schema.ts'

const password = 'correct horse battery'
const ada = { email: 'ada@example.org', name: 'Ada', password }

async function toldNames(world: NotesWorld) {
  return (await readLog(world.core())).filter(({ topic }) => topic === 'account').map(({ name }) => name)
}
const countSignIns = async (world: NotesWorld) =>
  (await authTables(world.core().db.read).selectFrom('sign_ins').select('id').execute()).length

test('whoever registers is signed in as a member, and finds the account again however the address is typed', async () => {
  await using world = await createNotesWorld()
  const { account } = openBrowser(world)
  const { person } = await account.register({ body: { ...ada, email: 'Ada@Example.ORG', name: ' Ada ' } })
  expect(person).toMatchObject({ email: 'ada@example.org', name: 'Ada', role: 'member' })
  expect(Object.keys(person).sort()).toEqual(['createdAt', 'email', 'id', 'name', 'role'])
  const again = await openBrowser(world).account.signIn({ body: { email: 'ADA@example.org', password } })
  expect(again.person).toEqual(person)
  expect(await toldNames(world)).toEqual(['account.person-registered', 'account.signed-in', 'account.signed-in'])
})

test('an address with an account cannot be taken again, and nothing of the try is left', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  const browser = openBrowser(world)
  const again = { ...ada, email: 'ADA@example.org', password: 'something else' }
  expect((await refusalOf(browser.account.register({ body: again }))).is(emailTaken)).toBe(true)
  expect(browser.given).toEqual([])
  expect(await countSignIns(world)).toBe(1)
  expect(await toldNames(world)).toHaveLength(2)
})

test('a wrong password and an unknown address are refused in the same words', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  const { account, given } = openBrowser(world)
  const wrong = await refusalOf(account.signIn({ body: { email: ada.email, password: 'wrong' } }))
  const unknown = await refusalOf(account.signIn({ body: { email: 'nobody@example.org', password: 'wrong' } }))
  expect(wrong.is(wrongCredentials)).toBe(true)
  expect(unknown.problem).toEqual(wrong.problem)
  expect(given).toEqual([])
  expect(await countSignIns(world)).toBe(1)
})

test.each([
  { field: 'email', value: 'no address' },
  { field: 'name', value: '   ' },
  { field: 'password', value: 'short' },
  { field: 'password', value: 'x'.repeat(201) },
])('a registration with the $field “$value” is refused, naming the field', async ({ field, value }) => {
  await using world = await createNotesWorld()
  const refusal = await refusalOf(openBrowser(world).account.register({ body: { ...ada, [field]: value } }))
  expect(refusal.is(invalidRequest)).toBe(true)
  expect(refusal.problem.errors?.map(({ path }) => path)).toEqual([field])
})

test('the first link works once, and only the newest one', async () => {
  await using world = await createNotesWorld()
  const { account } = openBrowser(world)
  const older = await world.app.auth.makeFirstLink()
  const newer = await world.app.auth.makeFirstLink()
  const use = (token = '') => account.createFirstAdministrator({ body: { ...ada, token } })
  expect((await refusalOf(use(older))).is(linkSpent)).toBe(true)
  expect((await account.getWelcome()).needsAdministrator).toBe(true)
  expect((await use(newer)).person.role).toBe('administrator')
  expect((await account.getWelcome()).needsAdministrator).toBe(false)
  expect((await refusalOf(use(newer))).is(linkSpent)).toBe(true)
  expect(await world.app.auth.makeFirstLink()).toBeUndefined()
})

test('a first link is not spent by a try that is refused', async () => {
  await using world = await createNotesWorld()
  await register(world, 'Ada')
  const token = (await world.app.auth.makeFirstLink()) ?? ''
  const { account } = openBrowser(world)
  expect((await refusalOf(account.createFirstAdministrator({ body: { ...ada, token } }))).is(emailTaken)).toBe(true)
  const { person } = await account.createFirstAdministrator({ body: { ...ada, email: 'eve@example.org', token } })
  expect(person.role).toBe('administrator')
})

test('nobody registers where registration is closed, while members still sign in', async () => {
  await using world = await createNotesWorld()
  const administrator = await registerAdministrator(world)
  const settings = administrator.client(settingsApi)
  await settings.updateInstallationSettings({ body: { 'account.registration': 'closed' } })
  const { account } = openBrowser(world)
  expect((await account.getWelcome()).registration).toBe('closed')
  const newcomer = { ...ada, email: 'new@example.org' }
  expect((await refusalOf(account.register({ body: newcomer }))).is(registrationClosed)).toBe(true)
  await expect(account.signIn({ body: { email: ada.email, password } })).resolves.toBeDefined()
})

test('a new name is told to the log', async () => {
  await using world = await createNotesWorld()
  const account = (await register(world)).client(accountApi)
  expect(await account.updateAccount({ body: { name: 'Countess' } })).toMatchObject({ name: 'Countess' })
  expect(await account.getAccount()).toMatchObject({ name: 'Countess' })
  expect((await toldNames(world)).at(-1)).toBe('account.person-renamed')
})

test.each([
  {
    name: 'over plain HTTP is one that browsers keep there',
    headers: {},
    trustProxy: true,
    cookie: 'cairn',
    secure: false,
  },
  {
    name: 'behind a proxy with HTTPS is bound to the host and to HTTPS',
    headers: { 'x-forwarded-proto': 'https' },
    trustProxy: true,
    cookie: '__Host-cairn',
    secure: true,
  },
  {
    name: 'does not believe a proxy that nobody trusts',
    headers: { 'x-forwarded-proto': 'https' },
    trustProxy: false,
    cookie: 'cairn',
    secure: false,
  },
])('the cookie $name', async ({ headers, trustProxy, cookie, secure }) => {
  await using world = await createNotesWorld({ config: { trustProxy } })
  const browser = openBrowser(world, { headers })
  await browser.account.register({ body: ada })
  const [line = ''] = browser.given
  const [pair = '', ...flags] = line.split('; ')
  expect(pair.startsWith(`${cookie}=`)).toBe(true)
  const expected = ['Max-Age=5184000', 'Path=/', 'HttpOnly', ...(secure ? ['Secure'] : []), 'SameSite=Strict']
  expect(flags.sort()).toEqual(expected.sort())
})

test('a password is kept with its cost, so that it matches after the cost was raised', async () => {
  const passwords = await createPasswords()
  const hash = await passwords.hash(password)
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  const salt = Buffer.from('0123456789abcdef')
  const cheap = { memory: 64, passes: 1, parallelism: 1, tagLength: 16 }
  const tag = argon2Sync('argon2id', { ...cheap, message: password, nonce: salt })
  const older = `$argon2id$v=19$m=64,t=1,p=1$${salt.toString('base64')}$${tag.toString('base64')}`
  expect(await passwords.matches(password, older)).toBe(true)
  expect(await passwords.matches('wrong', older)).toBe(false)
})

test('a password matches in any spelling of the same characters', async () => {
  const passwords = await createPasswords()
  const hash = await passwords.hash('Gr\u00FC\u00DFe an Ada')
  expect(await passwords.matches('Gru\u0308\u00DFe an Ada', hash)).toBe(true)
  expect(await passwords.matches('Grusse an Ada', hash)).toBe(false)
  expect(await passwords.matches('Gr\u00FC\u00DFe an Ada', undefined)).toBe(false)
})

test('neither passwords, tokens nor addresses come into the log', async () => {
  await using world = await createNotesWorld()
  const browser = openBrowser(world)
  const { accessToken } = await browser.account.register({ body: ada })
  await browser.account.refresh()
  const log = world.log.join('')
  expect(log).toContain('/api/v1/account/register')
  for (const secret of [password, ada.email, accessToken, ...browser.cookies.values()])
    expect(log).not.toContain(secret)
})
