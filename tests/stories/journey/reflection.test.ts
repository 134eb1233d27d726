import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { save, saveUnderstood, garden, talk, write } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

test('a reflection is read in front of its writer, and what they decide outlives another reading', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await saveUnderstood(ada, garden)
  stage.server.holdAnalyser()
  await write(ada, talk)
  const job = page.getByRole('article', { name: 'Understanding a reflection' })
  await job.getByText('Looking for what matters…').waitFor()
  stage.server.releaseAnalyser()
  await job.waitFor({ state: 'detached' })

  for (const kind of ['Emotions', 'Topics', 'Beliefs', 'Challenges', 'Insights', 'Actions']) {
    await page.getByRole('heading', { level: 3, name: new RegExp(`^${kind} \\d+$`) }).waitFor()
  }
  const text = page.getByRole('group', { name: 'Text', exact: true })
  await text.getByTitle('Belief: I am not good enough for this job').first().click()
  await chosen(page, 'I am not good enough for this job')

  await act(page, 'Agree')
  await page.getByText('You agreed with “I am not good enough for this job”').waitFor()
  await found(page, 'saying no to my boss').click()
  await act(page, 'Edit')
  await panelOf(page).getByLabel('In your words').fill('Saying no')
  await act(page, 'Save')
  await found(page, 'Saying no').waitFor()
  await found(page, 'call my sister every Sunday').click()
  await act(page, 'Reject')
  await page.getByRole('button', { name: '1 rejected, show' }).waitFor()

  await decisionsStand(page)
  const read = page.waitForResponse((response) => response.url().endsWith('/analyse') && response.ok())
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Analyse again' }).click()
  await read
  await job.waitFor({ state: 'detached' })
  await decisionsStand(page)
  await page.reload()
  await decisionsStand(page)
  expect(await text.innerText()).toBe(talk.text)
})

test('a session that another person wrote is not there', async () => {
  const ada = await stage.enter('Ada')
  const { id } = await save(ada, garden)
  const ben = await stage.enter('Ben')
  ben.forgive(/status of 404/)
  await ben.open(`/journey/sessions/${id}`)
  await ben.page.getByRole('alert').getByText('There is no such session, or it was deleted.').waitFor()
  expect(await ben.page.getByText('tomatoes').count()).toBe(0)
})

const panelOf = (page: Page) => page.getByRole('region', { name: 'What was found' })

/** The same acts wait at the foot of the text, for screens where the list is out of sight. */
const act = (page: Page, name: string) => panelOf(page).getByRole('button', { name, exact: true }).click()

const found = (page: Page, title: string) => panelOf(page).getByRole('button', { name: title }).first()

const chosen = (page: Page, title: string) =>
  panelOf(page).getByRole('button', { name: title, pressed: true }).waitFor()

async function decisionsStand(page: Page) {
  await found(page, 'I am not good enough for this job You agreed').waitFor()
  await found(page, 'Saying no In your words').waitFor()
  await page.getByRole('button', { name: '1 rejected, show' }).waitFor()
  expect(await found(page, 'call my sister every Sunday').count()).toBe(0)
}
