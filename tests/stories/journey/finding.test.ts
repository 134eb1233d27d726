import { expect, test } from 'vitest'
import { garden, saveUnderstood, talk } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test('a word leads to its session, the session to its connections, and a connection to what was said', async () => {
  const ada = await stage.enter('Ada')
  await saveUnderstood(ada, talk)
  await saveUnderstood(ada, garden)
  const { page } = ada
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('terrified')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Search: terrified' }).waitFor()
  await page.locator('mark', { hasText: 'terrified' }).waitFor()
  expect(await page.getByText('tomatoes').count()).toBe(0)
  await page.getByRole('link', { name: talk.title }).click()

  await page.getByRole('link', { name: 'See the connections' }).click()
  const picture = page.getByRole('group', { name: 'Picture of the connections' })
  await picture.getByRole('button', { name: /^Session: In the garden/ }).waitFor()
  await picture.getByRole('button', { name: /^Belief: I am not good enough/ }).click()
  const details = page.getByRole('region', { name: 'Chosen' })
  await details.getByRole('heading', { name: 'Where it was said' }).waitFor()
  await details.getByRole('blockquote').getByText('I am not good enough for this job').waitFor()

  await page.getByRole('button', { name: 'Show as table' }).click()
  const row = page.getByRole('row', { name: /^Session: The talk mentions Belief: I am not good enough/ })
  await row.getByText('I am not good enough for this job').last().waitFor()
  await row.getByRole('link', { name: /^The talk, / }).waitFor()
  await page.getByRole('button', { name: 'Show as picture' }).click()
  await picture.getByRole('button', { name: /^Session: In the garden/ }).click()
  await details.getByRole('link', { name: 'Open this session' }).click()
  await page.getByRole('heading', { level: 1, name: garden.title }).waitFor()
})
