import { expect, test } from 'vitest'
import { devices, look } from '../stage/looks.ts'
import { saveUnderstood } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test('a person adds a topic and words of their own, and has the sessions read again', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await saveUnderstood(ada, { title: 'The pier', text: 'Moritz wants the pier by June. I had the knot all day.' })
  await ada.open('/journey/taxonomy')
  await page.getByRole('button', { name: 'Add a topic' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a topic' })
  await dialog.getByLabel('Name').fill('Harbour')
  await dialog.getByLabel('Area of life').selectOption('work')
  await dialog.getByLabel('Words that stand for it').fill('the pier\nMoritz')
  await dialog.getByRole('button', { name: 'Add topic' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Harbour/ }).click()
  await page.getByRole('region', { name: 'Harbour', exact: true }).getByText('moritz').waitFor()

  await page.getByText('Feelings', { exact: true }).click()
  await page.getByRole('button', { name: /^anxious/ }).click()
  const anxious = page.getByRole('region', { name: 'anxious', exact: true })
  await anxious.getByLabel('A word or a short phrase').fill('the knot')
  await anxious.getByRole('button', { name: 'Add word' }).click()
  await anxious.getByText('the knot').waitFor()
  await page.getByRole('button', { name: 'Read them again' }).click()
  await page.getByText('was read before your last change').waitFor({ state: 'detached' })

  await page.getByText('Your words', { exact: true }).click()
  await page.getByText('“the knot” means anxious').waitFor()
  await page.getByRole('button', { name: 'Forget “the knot”' }).click()
  await page.getByText('“the knot” is forgotten').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('“the knot” means anxious').waitFor()
})

test.each(devices)('the taxonomy is whole, %s', async (name, device) => {
  const ada = await stage.enter('Ada', device)
  const { page } = ada
  await ada.open('/journey/taxonomy')
  await page.getByRole('button', { name: /^Harbour/ }).click()
  await page.getByRole('region', { name: 'Harbour', exact: true }).waitFor()
  await look(page, `taxonomy-topics-${name}`)
  await page.getByText('Feelings', { exact: true }).click()
  await page.getByRole('button', { name: /^anxious/ }).click()
  await page.getByRole('region', { name: 'anxious', exact: true }).getByText('unpleasant, stirred up').waitFor()
  await look(page, `taxonomy-feelings-${name}`)
  await page.getByText('Your words', { exact: true }).click()
  await page.getByText('“the knot” means anxious').waitFor()
  await look(page, `taxonomy-words-${name}`)
  expect(await page.getByText('You said so').count()).toBe(3)
})
