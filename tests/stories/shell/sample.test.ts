import { expect, test } from 'vitest'
import { devices, look } from '../stage/looks.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test.each(devices)('somebody new looks around in sample data and removes it in one click, %s', async (name, device) => {
  const ada = await stage.enter(`Ada-${name}`, device)
  const { page } = ada
  await ada.open('/')
  await page.getByRole('heading', { name: 'Where to begin' }).waitFor()
  await look(page, `beginning-${name}`)
  await page.getByRole('button', { name: 'Try with sample data' }).click()
  const notice = page.getByRole('complementary', { name: 'Sample data' })
  await notice.waitFor()
  expect(await page.getByRole('button', { name: 'Try with sample data' }).count()).toBe(0)
  await page.getByText('Half a year').first().waitFor()
  await page.getByRole('heading', { name: 'Running now' }).waitFor({ state: 'detached', timeout: 60_000 })
  await look(page, `sample-${name}`)

  await notice.getByRole('button', { name: 'Remove the sample data' }).click()
  await page.getByText('The sample data is gone. What is yours stayed.').waitFor()
  await notice.waitFor({ state: 'detached' })
  expect(await page.getByText('Half a year').count()).toBe(0)
})
