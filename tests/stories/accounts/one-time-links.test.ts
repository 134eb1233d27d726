import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { peopleApi } from '#core/auth/contract'
import { settingsApi } from '#core/settings/contract'
import { tabTo } from '../stage/keyboard.ts'
import { devices, look } from '../stage/looks.ts'
import { password, type Person } from '../stage/person.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

const allow = (administrator: Person, mode: string) =>
  administrator.client(settingsApi).updateInstallationSettings({ body: { 'account.registration': mode } })
const invite = async (administrator: Person, email: string | null = null) =>
  (await administrator.client(peopleApi).makeInvitation({ body: { email } })).token
async function makeResetLink(administrator: Person, person: Person) {
  const { items } = await administrator.client(peopleApi).listPeople({ query: { search: person.email } })
  const [found] = items
  if (!found) throw new Error(`${person.email} is not among the people`)
  return (await administrator.client(peopleApi).makeResetLink({ personId: found.id })).token
}

/** Opens a link as somebody does who got it in a message. */
const follow = (page: Page, path: string) => page.goto(`${stage.server.address}${path}`)
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

async function fillIn(page: Page, { name, email }: { name: string; email?: string }) {
  await field(page, 'Your name').fill(name)
  if (email !== undefined) await field(page, 'E-mail').fill(email)
  await field(page, 'Password').fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
}

test('an invitation makes an account once, and its token does not stay in the address bar', async () => {
  const ada = await stage.enter('Ada')
  await allow(ada, 'invitation')
  const token = await invite(ada)
  const { page } = await stage.visit()
  await follow(page, `/join#token=${token}`)
  await page.getByRole('heading', { name: 'You are invited' }).waitFor()
  await expect.poll(() => page.url(), { timeout: 10_000 }).toBe(`${stage.server.address}/join`)
  expect(await field(page, 'One-time link').count()).toBe(0)
  await fillIn(page, { name: 'Ben', email: 'ben@example.org' })
  await page.getByRole('heading', { name: /^Good .*, Ben$/ }).waitFor()

  const late = await stage.visit()
  late.forgive(/status of 403/)
  await follow(late.page, '/join')
  await field(late.page, 'One-time link').fill(`${stage.server.address}/join#token=${token}`)
  await fillIn(late.page, { name: 'Eve', email: 'eve@example.org' })
  await late.page.getByText('This invitation was used or is over. Ask an administrator for another.').waitFor()
})

test('an invitation for an address fills it in, and another one is refused without being used up', async () => {
  const ada = await stage.enter('Ada')
  const token = await invite(ada, 'mia@example.org')
  const { page, forgive } = await stage.visit()
  forgive(/status of 403/)
  await follow(page, `/join#token=${token}`)
  await fillIn(page, { name: 'Mia', email: 'else@example.org' })
  await page.getByText('This invitation is for another address.').waitFor()
  await follow(page, `/join#token=${token}&email=mia%40example.org`)
  await expect.poll(() => field(page, 'E-mail').inputValue(), { timeout: 10_000 }).toBe('mia@example.org')
  expect(await field(page, 'E-mail').isEditable()).toBe(false)
  await fillIn(page, { name: 'Mia' })
  await page.getByRole('heading', { name: /^Good .*, Mia$/ }).waitFor()
})

test('who is signed in is asked before an invitation makes another account', async () => {
  const ada = await stage.enter('Ada')
  const token = await invite(ada)
  await follow(ada.page, `/join#token=${token}`)
  await ada.page.getByRole('heading', { name: 'You are signed in' }).waitFor()
  await ada.page.getByRole('button', { name: 'Sign out and go on' }).click()
  await fillIn(ada.page, { name: 'Zoe', email: 'zoe@example.org' })
  await ada.page.getByRole('button', { name: 'Account of Zoe' }).waitFor()
})

test('registration by invitation and closed registration say so, and sign-in leads to neither', async () => {
  const ada = await stage.enter('Ada')
  const { page } = await stage.visit()
  await follow(page, '/register')
  await page.getByRole('heading', { name: 'You need an invitation' }).waitFor()
  expect(await page.getByRole('button', { name: 'Make the account' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Paste the link' }).click()
  await field(page, 'One-time link').waitFor()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await page.getByRole('link', { name: 'Make an account' }).count()).toBe(0)
  await allow(ada, 'closed')
  for (const path of ['/register', '/join#token=anything']) {
    await follow(page, path)
    await page.reload()
    await page.getByRole('heading', { name: 'Registration is closed' }).waitFor()
    expect(await field(page, 'Password').count()).toBe(0)
  }
  await allow(ada, 'open')
})

test('a reset link sets a new password once with the keyboard alone, and ends the sign-in of this browser too', async () => {
  const ada = await stage.enter('Ada')
  const kim = await stage.enter('Kim')
  kim.forgive(/status of 40[13]/)
  const token = await makeResetLink(ada, kim)
  const { page } = kim
  await follow(page, `/reset#token=${token}`)
  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor()
  await expect.poll(() => page.url(), { timeout: 10_000 }).toBe(`${stage.server.address}/reset`)
  await tabTo(page, 'New password')
  await page.keyboard.type('seven stones in a row')
  await tabTo(page, 'Set the new password')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'The new password holds' }).waitFor()
  await tabTo(page, 'Sign in')
  await page.keyboard.press('Enter')
  await field(page, 'E-mail').fill('kim@example.org')
  await field(page, 'Password').fill('seven stones in a row')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Account of Kim' }).waitFor()

  await follow(page, `/reset#token=${token}`)
  await field(page, 'New password').fill('eight stones in a row')
  await page.getByRole('button', { name: 'Set the new password' }).click()
  await page.getByText('This link was used, is over, or there is a newer one.').waitFor()
  await page.goto(stage.server.address)
  await page.getByRole('button', { name: 'Account of Kim' }).waitFor()
})

test('after too many wrong passwords the page counts down, and says when to go on', async () => {
  await stage.enter('Lee')
  const { page, forgive } = await stage.visit()
  forgive(/status of (401|429)/)
  await follow(page, '/sign-in')
  await field(page, 'E-mail').fill('lee@example.org')
  await field(page, 'Password').fill('not the password')
  const send = page.getByRole('button', { name: 'Sign in' })
  for (let i = 0; i < 5; i += 1) {
    const answered = page.waitForResponse(/account\/sign-in$/)
    await send.click()
    await answered
    await page.getByRole('alert').waitFor()
  }
  await field(page, 'Password').fill(password)
  await send.click()
  await page.getByText('Too many wrong passwords', { exact: true }).waitFor()
  await page.getByText(/^\d seconds? left\.$/).waitFor()
  await page.getByText('You can try again now.').waitFor()
  await send.click()
  await page.getByRole('button', { name: 'Account of Lee' }).waitFor()
})

test('the pages of links and closed doors are whole on every screen', async () => {
  const ada = await stage.enter('Ada')
  for (const [device, options] of devices) {
    const { page, forgive } = await stage.visit(options)
    forgive(/status of 403/)
    await allow(ada, 'invitation')
    await follow(page, '/register')
    await page.getByRole('heading', { name: 'You need an invitation' }).waitFor()
    await look(page, `invitation-needed-${device}`)
    await follow(page, '/join#token=nothing&email=mia%40example.org')
    await fillIn(page, { name: 'Mia' })
    await page.getByRole('alert').waitFor()
    await look(page, `join-refused-${device}`)
    await follow(page, '/reset#token=nothing')
    await field(page, 'New password').fill(password)
    await page.getByRole('button', { name: 'Set the new password' }).click()
    await page.getByRole('alert').waitFor()
    await look(page, `reset-refused-${device}`)
    const returned = await stage.enter('Ada', options)
    await follow(returned.page, '/join#token=nothing')
    await returned.page.getByRole('heading', { name: 'You are signed in' }).waitFor()
    await look(returned.page, `join-signed-in-${device}`)
    await allow(ada, 'closed')
    await follow(page, '/sign-in')
    await page.reload()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await look(page, `sign-in-closed-${device}`)
  }
  await allow(ada, 'open')
})
