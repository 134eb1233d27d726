import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { password } from '../stage/person.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test('the one-time link makes the administrator once, and whoever comes next registers, leaves and comes back', async () => {
  const { address, firstLink } = stage.server
  const ada = (await stage.visit()).page
  await ada.goto(address)
  await ada.getByRole('heading', { name: 'Set up Cairn' }).waitFor()
  await ada.goto(firstLink)
  await fillIn(ada, 'Ada Lind')
  await ada.getByRole('button', { name: 'Make the administrator' }).click()
  await ada.getByRole('heading', { name: 'Welcome, Ada Lind' }).waitFor()
  await ada.getByRole('link', { name: 'Write a reflection' }).waitFor()

  const ben = (await stage.visit()).page
  await ben.goto(firstLink)
  await ben.getByText('This Cairn has its administrator already.').waitFor()
  expect(await ben.getByRole('button', { name: 'Make the administrator' }).count()).toBe(0)
  await ben.getByRole('link', { name: 'Sign in' }).click()
  await ben.getByRole('link', { name: 'Make an account' }).click()
  await fillIn(ben, 'Ben')
  await ben.getByRole('button', { name: 'Make the account' }).click()
  await ben.getByRole('heading', { name: /^Good .*, Ben$/ }).waitFor()

  await ben.getByRole('button', { name: 'Account of Ben' }).click()
  await ben.getByRole('menuitem', { name: 'Sign out' }).click()
  await ben.getByRole('heading', { name: 'Sign in' }).waitFor()
  await ben.reload()
  await ben.getByLabel('E-mail').fill('ben@example.org')
  await ben.getByLabel('Password', { exact: true }).fill(password)
  await ben.getByRole('button', { name: 'Sign in' }).click()
  await ben.getByRole('button', { name: 'Account of Ben' }).waitFor()
})

test('a used link and a wrong password are refused in words', async () => {
  const { address, firstLink } = stage.server
  const visitor = await stage.visit()
  visitor.forgive(/status of 40[13]/)
  const { page, context } = visitor
  const data = { name: 'Eve', email: 'eve@example.org', password, token: firstLink.split('token=')[1] }
  const reply = await context.request.post(`${address}/api/v1/account/first-administrator`, { data })
  expect(reply.status()).toBe(403)

  await page.goto(`${address}/sign-in`)
  await page.getByLabel('E-mail').fill('ben@example.org')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('E-mail').inputValue()).toBe('ben@example.org')
})

async function fillIn(page: Page, name: string) {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(`${name.split(' ')[0]?.toLowerCase()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill(password)
}
