import { expect, test } from 'vitest'
import { password } from '../stage/person.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test('signing out in one tab signs out the other', async () => {
  const ada = await stage.enter('Ada')
  const other = await ada.context.newPage()
  await other.goto(`${stage.server.address}/settings`)
  await other.getByRole('heading', { name: 'Settings' }).waitFor()
  await ada.page.getByRole('button', { name: 'Account of Ada' }).click()
  await ada.page.getByRole('menuitem', { name: 'Sign out' }).click()
  await ada.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await other.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await other.getByText('ada@example.org').count()).toBe(0)
})

test('a visitor who asks for a page signs in first and is then on that page', async () => {
  await stage.enter('Ada')
  const { page } = await stage.visit()
  const asked = `${stage.server.address}/search?q=garden+letter`
  await page.goto(asked)
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Nothing was found for “garden letter”').waitFor()
  expect(page.url()).toBe(asked)
})

test('ten tabs that refresh at once all stay signed in', async () => {
  const ada = await stage.enter('Ada')
  const others = await Promise.all(Array.from({ length: 9 }, () => ada.context.newPage()))
  await Promise.all(others.map((page) => page.goto(stage.server.address)))
  for (let round = 0; round < 2; round += 1) {
    await Promise.all([ada.page, ...others].map((page) => page.reload()))
    await Promise.all(
      [ada.page, ...others].map((page) => page.getByRole('button', { name: 'Account of Ada' }).waitFor()),
    )
  }
})
