import { expect, test } from 'vitest'
import { homeNetworkName } from '../stage/browser.ts'
import { password } from '../stage/person.ts'
import { garden } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test('over plain HTTP on a home network everything works, and one notice says what HTTPS would add', async () => {
  await stage.enter('Ada')
  const address = stage.server.address.replace('127.0.0.1', homeNetworkName)
  const { page, context } = await stage.visit()
  await page.goto(`${address}/register`)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  const notice = page.getByRole('complementary', { name: 'About this connection' })
  await notice.getByText('HTTPS also brings the microphone and notifications.').waitFor()
  await notice.getByRole('button', { name: 'Close' }).click()
  await page.getByLabel('Your name').fill('Ben')
  await page.getByLabel('E-mail').fill('ben@example.org')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()

  await page.getByRole('link', { name: 'Write a reflection' }).click()
  await page.getByLabel('Title', { exact: true }).fill(garden.title)
  await page.getByLabel('What is on your mind?').fill(garden.text)
  await page.getByRole('button', { name: 'Save and understand' }).click()
  await page.getByRole('heading', { level: 3, name: /^Emotions/ }).waitFor()
  // Without HTTPS there are no locks between tabs either.
  const tabs = [page, ...(await Promise.all(Array.from({ length: 5 }, () => context.newPage())))]
  await Promise.all(tabs.map((tab) => tab.goto(page.url())))
  await Promise.all(tabs.map((tab) => tab.getByRole('heading', { level: 3, name: /^Emotions/ }).waitFor()))
  await page.getByRole('searchbox').fill('greenhouse')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: garden.title }).waitFor()
  expect(await notice.count()).toBe(0)

  await page.getByRole('button', { name: 'Account of Ben' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
