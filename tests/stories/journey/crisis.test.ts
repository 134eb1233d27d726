import { expect, test } from 'vitest'
import { devices, look } from '../stage/looks.ts'
import { garden, saveUnderstood, write } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

const night = {
  title: 'A bad night',
  text: 'I could not sleep again. I do not want to live anymore, and I do not know whom to tell.',
}
const help = 'You do not have to carry this alone'

test('help stands above a text that sounds like a crisis, is put away and found again', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await ada.open('/settings')
  await page.getByLabel('Who would you call in a hard moment?').fill('Mia, 020 7946 0000')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved', { exact: true }).waitFor()

  await write(ada, night)
  const card = page.getByRole('complementary', { name: help })
  await card.getByText('Mia, 020 7946 0000').waitFor()
  await card.getByText('call your local emergency number').waitFor()
  await card.getByRole('button', { name: 'Put this away' }).click()
  await card.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('button', { name: 'Help, and somebody to talk to' }).click()
  await card.waitFor()

  await saveUnderstood(ada, garden)
  await ada.open('/journey/sessions')
  await page.getByRole('heading', { name: garden.title }).click()
  await page.getByRole('heading', { level: 1, name: garden.title }).waitFor()
  expect(await card.count()).toBe(0)
})

test('the help is whole on every screen', async () => {
  for (const [device, options] of devices) {
    const ada = await stage.enter('Ada', options)
    const { id } = await saveUnderstood(ada, night)
    await ada.open(`/journey/sessions/${id}`)
    await ada.page.getByRole('heading', { name: help }).waitFor()
    await look(ada.page, `crisis-${device}`)
  }
})
