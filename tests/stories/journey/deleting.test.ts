import { test } from 'vitest'
import { garden, saveUnderstood, talk } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test('a deleted session comes back from the note at once and from Activity later', async () => {
  const ada = await stage.enter('Ada')
  await saveUnderstood(ada, talk)
  const { id } = await saveUnderstood(ada, garden)
  const { page } = ada
  const link = page.getByRole('link', { name: garden.title })
  await ada.open('/journey/sessions')
  await page.getByRole('button', { name: `Delete “${garden.title}”` }).click()
  await link.waitFor({ state: 'detached' })
  const note = page.getByRole('alert').filter({ hasText: `“${garden.title}” was deleted` })
  await note.getByRole('button', { name: 'Undo' }).click()
  await link.waitFor()

  await link.click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete this session' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor()
  await link.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: talk.title }).waitFor()
  await ada.open('/search?q=tomatoes')
  await page.getByText('Nothing was found for “tomatoes”').waitFor()

  await page.getByRole('link', { name: 'Activity', exact: true }).click()
  const changes = page.getByRole('region', { name: 'Recent changes' })
  await changes.getByRole('button', { name: `Undo: “${garden.title}” was deleted` }).click()
  await page.getByRole('alert').getByText(`Taken back: “${garden.title}” was deleted`).waitFor()
  await changes.getByRole('listitem').waitFor({ state: 'detached' })
  await ada.open(`/journey/sessions/${id}`)
  await page.getByRole('group', { name: 'Text', exact: true }).getByText('tomatoes').waitFor()
})
