import { expect, test } from 'vitest'
import { startBareServer } from '../stage/bare-server.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage(startBareServer)

test('without any space there are still the shell, home, search, activity, settings and the way out', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await page.getByRole('heading', { name: /^Good .*, Ada$/ }).waitFor()
  const places = page.getByRole('navigation', { name: 'Places' })
  const links = await places.getByRole('link').allInnerTexts()
  expect(links.map((text) => text.trim())).toEqual(['Cairn', 'Home', 'Activity', 'Administration', 'Settings'])
  expect(await page.getByRole('button', { name: 'Add', exact: true }).count()).toBe(0)
  await ada.open('/first-steps')
  await page.getByText('Everything is set up.').waitFor()
  await ada.open('/search?q=anything')
  await page.getByText('Nothing was found for “anything”').waitFor()
  await ada.open('/activity')
  await page.getByRole('heading', { name: 'No work yet' }).waitFor()
  await ada.open('/settings')
  await page.getByRole('heading', { name: 'This Cairn' }).waitFor()
  expect(await page.getByText('Journey').count()).toBe(0)
  await ada.open('/journey/sessions')
  await page.getByRole('heading', { name: 'Nothing is here' }).waitFor()
  await page.getByRole('button', { name: 'Account of Ada' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
