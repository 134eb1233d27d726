import { journeyApi } from '../../../src/spaces/journey/contract.ts'
import { expect, test } from 'vitest'
import { garden } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test('what is being written survives a reload and a lost server, and is saved once', async () => {
  const ada = await stage.enter('Ada')
  ada.forgive(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|WebSocket connection/)
  const { page } = ada
  const sheet = page.getByLabel('What is on your mind?')
  await ada.open('/journey/write')
  await page.getByLabel('Title', { exact: true }).fill(garden.title)
  await sheet.fill(garden.text)
  await page.getByText('Draft saved').waitFor()
  await page.reload()
  await sheet.waitFor()
  expect(await sheet.inputValue()).toBe(garden.text)

  await stage.server.kill()
  await sheet.fill(`${garden.text} And more.`)
  await page.getByRole('button', { name: 'Save and understand' }).click()
  await page.getByRole('alert').getByText('Cairn cannot be reached').waitFor()
  await page.getByText('What you wrote is still here').waitFor()
  expect(await sheet.inputValue()).toBe(`${garden.text} And more.`)

  await stage.server.start()
  await page.reload()
  await sheet.waitFor()
  expect(await sheet.inputValue()).toBe(`${garden.text} And more.`)
  await page.getByRole('button', { name: 'Save and understand' }).click()
  await page.getByRole('heading', { level: 1, name: garden.title }).waitFor()
  const { items } = await ada.client(journeyApi).listSessions()
  expect(items.map(({ title }) => title)).toEqual([garden.title])
  await ada.open('/journey/write')
  expect(await sheet.inputValue()).toBe('')
})
