import { expect, test } from 'vitest'
import { garden, saveUnderstood, talk, write } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test('what a person does in one tab shows in the other without a reload', async () => {
  const ada = await stage.enter('Ada')
  ada.forgive(/status of 404/)
  const other = await ada.context.newPage()
  await other.goto(`${stage.server.address}/journey/sessions`)
  await other.getByRole('heading', { name: 'Your path begins here' }).waitFor()
  await other.evaluate(() => Object.assign(globalThis, { isSamePage: true }))

  await write(ada, garden)
  const card = other.getByRole('listitem').filter({ hasText: garden.title })
  await card.getByText('calm').first().waitFor()
  await other.getByRole('button', { name: `Delete “${garden.title}”` }).click()
  await ada.page.getByRole('alert').getByText('There is no such session, or it was deleted.').waitFor()
  await other.getByRole('button', { name: 'Undo' }).click()
  await ada.page.getByRole('heading', { level: 1, name: garden.title }).waitFor()
  expect(await other.evaluate(() => 'isSamePage' in globalThis)).toBe(true)
})

test('a server that is killed while it reads comes back, and the page finishes as if nothing had happened', async () => {
  const ada = await stage.enter('Ada')
  ada.forgive(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|WebSocket connection/)
  await saveUnderstood(ada, garden)
  stage.server.holdAnalyser()
  await write(ada, talk)
  const job = ada.page.getByRole('article', { name: 'Understanding a reflection' })
  await job.getByText('Looking for what matters…').waitFor()
  await ada.page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))

  await stage.server.kill()
  await stage.server.start()
  await ada.page.getByRole('heading', { level: 3, name: /^Actions/ }).waitFor({ timeout: 60_000 })
  await job.waitFor({ state: 'detached' })
  expect(await ada.page.evaluate(() => 'isSamePage' in globalThis)).toBe(true)
})
