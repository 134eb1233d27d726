import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { unzip } from '../../world/unzip.ts'
import { homeNetworkName } from '../stage/browser.ts'
import { press, tabTo } from '../stage/keyboard.ts'
import { devices, look } from '../stage/looks.ts'
import { password, type Person } from '../stage/person.ts'
import { garden, save } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

const section = (page: Page, name: string) => page.getByRole('region', { name })
const signInDoor = (page: Page) => page.getByRole('heading', { name: 'Sign in', exact: true })

async function openAccount(name: string): Promise<Person> {
  const person = await stage.enter(name)
  await person.open('/settings/account')
  await section(person.page, 'Sign-ins').getByText('This one').waitFor()
  return person
}

test('a new password signs out the other browser and stays in this one', async () => {
  const elsewhere = await stage.enter('Ada')
  elsewhere.forgive(/status of 401/)
  const { page, forgive } = await openAccount('Ada')
  forgive(/status of 403/)
  const form = section(page, 'Password')
  await form.getByLabel('Current password').fill('not the password')
  await form.getByLabel('New password').fill('seven stones in a row')
  await form.getByRole('button', { name: 'Change the password' }).click()
  await form.getByText('This is not the password').waitFor()
  await form.getByLabel('Current password').fill(password)
  await form.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('One other sign-in ended.').waitFor()
  expect(await form.getByLabel('New password').inputValue()).toBe('')
  await signInDoor(elsewhere.page).waitFor()
  await elsewhere.page.getByLabel('E-mail').fill('ada@example.org')
  await elsewhere.page.getByLabel('Password', { exact: true }).fill('seven stones in a row')
  await elsewhere.page.getByRole('button', { name: 'Sign in' }).click()
  await elsewhere.page.getByRole('button', { name: 'Account of Ada' }).waitFor()
})

test('the list of sign-ins follows what happens, ends one of them, and all others', async () => {
  const { page } = await openAccount('Ben')
  const list = section(page, 'Sign-ins')
  const others = [await stage.enter('Ben'), await stage.enter('Ben'), await stage.enter('Ben')]
  for (const { forgive } of others) forgive(/status of 401/)
  const ends = list.getByRole('button', { name: /^End the sign-in: \w+ on Linux$/ })
  await ends.nth(2).waitFor()
  await ends.first().click()
  await ends.nth(2).waitFor({ state: 'detached' })
  expect(await ends.count(), 'this one is not offered').toBe(2)
  await list.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await page.getByText('2 other sign-ins ended.').waitFor()
  for (const other of others) await signInDoor(other.page).waitFor()
  await list.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' })
  await page.reload()
  await list.getByText('This one').waitFor()
})

test('a key is shown once, copied without HTTPS too, does what it may, and is refused after its end', async () => {
  const { page, email } = await stage.enter('Mia')
  const { page: visitor } = await stage.visit()
  await visitor.goto(`${stage.server.address.replace('127.0.0.1', homeNetworkName)}/sign-in?next=/settings/account`)
  await visitor.getByLabel('E-mail').fill(email)
  await visitor.getByLabel('Password', { exact: true }).fill(password)
  await visitor.getByRole('button', { name: 'Sign in' }).click()
  const keys = section(visitor, 'Keys for programs')
  await keys.getByRole('button', { name: 'Make a key' }).click()
  await keys.getByLabel('What is it for?').fill('Backup script')
  await keys.getByLabel('Read: Reflection sessions and their text').check()
  await keys.getByRole('button', { name: 'Make the key' }).click()
  const secret = await keys.getByLabel('Key', { exact: true }).inputValue()
  await keys.getByRole('button', { name: 'Copy' }).click()
  await keys.getByText('Copied.').waitFor()
  await visitor.getByRole('searchbox').focus()
  await visitor.keyboard.press('Control+V')
  expect(await visitor.getByRole('searchbox').inputValue()).toBe(secret)
  await keys.getByRole('button', { name: 'I have copied it' }).click()

  const statusOf = (method: string, path: string) =>
    fetch(`${stage.server.address}/api/v1${path}`, { method, headers: { authorization: `Bearer ${secret}` } }).then(
      ({ status }) => status,
    )
  expect(await statusOf('GET', '/sessions')).toBe(200)
  expect(await statusOf('GET', '/account/sign-ins')).toBe(403)
  expect(await statusOf('GET', '/account')).toBe(403)

  await page.goto(`${stage.server.address}/settings/account`)
  const sameKeys = section(page, 'Keys for programs')
  await sameKeys.getByText('Reflection sessions and their text: read').waitFor()
  expect(await page.content()).not.toContain(secret)
  await sameKeys.getByRole('button', { name: 'End the key: Backup script' }).click()
  await page.getByRole('button', { name: 'End the key', exact: true }).click()
  await sameKeys.getByText('No program has a key.').waitFor()
  expect(await statusOf('GET', '/sessions')).toBe(401)
})

test('all that is mine comes as one archive, and holds what I wrote', async () => {
  const noor = await stage.enter('Noor')
  await save(noor, garden)
  await noor.open('/settings/account')
  const { page } = noor
  const everything = section(page, 'Take everything along')
  await everything.getByRole('button', { name: 'Pack everything' }).click()
  const waiting = page.waitForEvent('download')
  await everything.getByRole('button', { name: /^Download \(/ }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^cairn-.*\.zip$/)
  const entries = unzip(await readFile(await download.path()))
  const words = [...entries.values()].map(String).join('\n')
  expect(words).toContain(garden.text)
  expect(words).toContain('noor@example.org')
  expect(words).not.toContain('argon2')
  await everything.getByRole('button', { name: 'Pack again' }).waitFor()
})

test('an account is deleted after its password and its address were typed, and is gone', async () => {
  const zoe = await stage.enter('Zoe')
  await save(zoe, garden)
  zoe.forgive(/status of 40[13]/)
  await zoe.open('/settings/account')
  const { page } = zoe
  await page.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' })
  await dialog.getByText('everything you have in Journey').waitFor()
  const confirm = dialog.getByRole('button', { name: 'Delete everything for good' })
  await dialog.getByLabel('Your password').fill('not the password')
  expect(await confirm.isDisabled()).toBe(true)
  await dialog.getByLabel('Type zoe@example.org to confirm').fill('zoe@example.org')
  await confirm.click()
  await dialog.getByText('This is not the password').waitFor()
  await dialog.getByLabel('Your password').fill(password)
  await confirm.click()
  await signInDoor(page).waitFor()
  await page.getByText('Your account is deleted').waitFor()
  expect(page.url()).toBe(`${stage.server.address}/sign-in`)
  await page.getByLabel('E-mail').fill('zoe@example.org')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('E-mail and password do not match an account here.').waitFor()
})

test('a key is made and ended with the keyboard alone', async () => {
  const { page } = await openAccount('Kim')
  await tabTo(page, 'Make a key')
  await press(page, 'Enter')
  await page.keyboard.type('Reader')
  await page.getByLabel('Read: Reflection sessions').first().waitFor()
  await tabTo(page, 'Read: Reflection sessions')
  await press(page, 'Space')
  await tabTo(page, 'Make the key')
  await page.keyboard.press('Enter')
  await page.getByLabel('Key', { exact: true }).waitFor()
  await tabTo(page, 'I have copied it')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'End the key: Reader' }).focus()
  await press(page, 'Enter')
  await tabTo(page, 'End the key')
  await page.keyboard.press('Enter')
  await page.getByText('No program has a key.').waitFor()
})

test('the page of the account is whole on every screen', async () => {
  for (const [device, options] of devices) {
    const name = `Lena-${device}`
    await stage.enter(name)
    const lena = await stage.enter(name, options)
    const { page } = lena
    await lena.open('/settings/account')
    const keys = section(page, 'Keys for programs')
    await section(page, 'Sign-ins').getByText('This one').waitFor()
    await keys.getByRole('button', { name: 'Make a key' }).click()
    await keys.getByLabel('What is it for?').fill('Backup script')
    await keys.getByLabel('Read: Reflection sessions and their text').check()
    await keys.getByLabel('Change: Reflection sessions and their text').check()
    await keys.getByLabel('Read: Files').check()
    await look(page, `account-key-form-${device}`)
    await keys.getByRole('button', { name: 'Make the key' }).click()
    await keys.getByRole('button', { name: 'Copy' }).click()
    await look(page, `account-key-made-${device}`)
    await keys.getByRole('button', { name: 'I have copied it' }).click()
    await page.getByRole('button', { name: 'Pack everything' }).click()
    await page.getByRole('button', { name: /^Download \(/ }).waitFor()
    await look(page, `account-${device}`)
    await keys.getByRole('button', { name: 'End the key: Backup script' }).click()
    await page.getByRole('dialog').waitFor()
    await look(page, `account-key-end-${device}`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Delete my account' }).click()
    await page.getByRole('dialog', { name: 'Delete your account?' }).waitFor()
    await look(page, `account-delete-${device}`)
  }
})
