import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { accountApi, peopleApi } from '#core/auth/contract'
import { defineJob, giveUp } from '#core/jobs'
import { createNotes } from '../../world/notes-space.ts'
import { startBareServer } from '../stage/bare-server.ts'
import { press, tabTo } from '../stage/keyboard.ts'
import { devices, look } from '../stage/looks.ts'
import { password, type Person } from '../stage/person.ts'
import { setStage } from '../stage/stage.ts'

const printer = { hasPaper: false }
const errand = defineJob({
  kind: 'tests.errand',
  payload: z.object({}),
  steps: ['print'],
  async run() {
    if (!printer.hasPaper) throw giveUp('Out of paper.')
  },
})
const { space, core } = createNotes([errand])
const stage = setStage(() => startBareServer([space]))

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const dialog = (page: Page) => page.getByRole('dialog')

async function choose(page: Page, person: string, act: string) {
  await page.getByRole('button', { name: `Change ${person}` }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

/** Work of this person that stops for good. */
async function fail(person: Person, times: number) {
  const { id: owner } = await person.client(accountApi).getAccount()
  for (let i = 0; i < times; i += 1)
    await core().db.write((tx) => core().jobs.enqueue(tx, { kind: errand.kind, owner, payload: {} }))
}

test('an administrator invites a person by a link, who joins elsewhere, is disabled and is signed out', async () => {
  const ada = await stage.enter('Ada')
  await ada.open('/administration')
  await ada.page.getByRole('region', { name: 'People' }).getByRole('link', { name: 'Invite somebody' }).click()
  await dialog(ada.page).getByLabel('E-mail').fill('ben@example.org')
  await dialog(ada.page).getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog(ada.page).getByLabel('Invitation link').inputValue()
  await dialog(ada.page).getByRole('button', { name: 'Copy' }).click()
  await dialog(ada.page).getByText('Copied.').waitFor()
  await dialog(ada.page).getByRole('button', { name: 'Done' }).click()
  await ada.page.getByRole('button', { name: 'Take back: ben@example.org' }).waitFor()

  const visitor = await stage.visit()
  visitor.forgive(/status of 401/)
  const { page: ben } = visitor
  await ben.goto(link)
  await ben.getByLabel('Your name').fill('Ben')
  await ben.getByLabel('Password', { exact: true }).fill(password)
  await ben.getByRole('button', { name: 'Make the account' }).click()
  await ben.getByRole('button', { name: 'Account of Ben' }).waitFor()

  await ada.open('/administration/people')
  await ada.page.getByText('No invitation is open.').waitFor()
  await row(ada.page, 'Ben').getByText('Can sign in').waitFor()
  await choose(ada.page, 'Ben', 'Disable')
  await dialog(ada.page).getByRole('button', { name: 'Disable' }).click()
  await row(ada.page, 'Ben').getByText('Disabled').waitFor()
  await ben.reload()
  await ben.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('a role is changed with a way back, and a reset link is made', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await stage.enter('Mia')
  await ada.open('/administration/people')
  await page.getByRole('searchbox', { name: 'Search by name or address' }).fill('mia@')
  await row(page, 'Ada').waitFor({ state: 'detached' })
  await choose(page, 'Mia', 'Make administrator')
  await row(page, 'Mia').getByText('Administrator').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await row(page, 'Mia').getByText('Member').waitFor()
  await choose(page, 'Mia', 'Make a reset link')
  expect(await dialog(page).getByLabel('Reset link').inputValue()).toMatch(/\/reset#token=/)
})

test('a person is changed with the keyboard alone', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await stage.enter('Mia')
  await ada.open('/administration/people')
  await row(page, 'Mia').waitFor()
  await tabTo(page, 'Change Mia')
  await press(page, 'Enter')
  await page.getByRole('menuitem', { name: 'Make administrator' }).waitFor()
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
  await dialog(page).getByText('Disable Mia?').waitFor()
  await press(page, 'Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await row(page, 'Mia').getByText('Can sign in').waitFor()
  expect(await page.getByRole('button', { name: 'Change Mia' }).evaluate((it) => it === document.activeElement)).toBe(
    true,
  )
})

test('the last administrator is told in words why the role stays', async () => {
  const ada = await stage.enter('Ada')
  ada.forgive(/status of 409/)
  await ada.open('/administration/people')
  await choose(ada.page, 'Ada', 'Make member')
  await dialog(ada.page).getByRole('button', { name: 'Make member' }).click()
  await dialog(ada.page).getByText('This is the last administrator.').waitFor()
})

test('who steps down sees at once that these pages are for others now', async () => {
  const mia = await stage.enter('Mia')
  const ada = await stage.enter('Ada')
  const { id: personId } = await mia.client(accountApi).getAccount()
  await ada.client(peopleApi).updatePerson({ personId, body: { role: 'administrator' } })
  await mia.open('/administration/people')
  await choose(mia.page, 'Mia', 'Make member')
  await dialog(mia.page).getByRole('button', { name: 'Make member' }).click()
  await mia.page.getByRole('heading', { name: 'Only administrators can open this page' }).waitFor()
})

test('what stopped for good is shown with its reason, and sent again alone or with its kind', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  printer.hasPaper = false
  await ada.open('/administration/jobs')
  await page.getByRole('heading', { name: 'Nothing stopped for good' }).waitFor()
  await fail(ada, 3)
  const dead = page.getByRole('article', { name: errand.kind })
  await dead.filter({ hasText: 'Out of paper.' }).filter({ hasText: 'of Ada' }).nth(2).waitFor()

  printer.hasPaper = true
  await dead.first().getByRole('button', { name: 'Send again' }).click()
  await dead.nth(2).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: `Send all again: ${errand.kind} (2)` }).click()
  await page.getByText('2 jobs were sent again.').waitFor()
  await page.getByRole('heading', { name: 'Nothing stopped for good' }).waitFor()
})

test('a kind is paused and goes on', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  printer.hasPaper = true
  await ada.open('/administration/jobs')
  await page.getByRole('button', { name: `Pause: ${errand.kind}` }).click()
  await row(page, errand.kind).getByText('Paused').waitFor()
  await fail(ada, 1)
  await row(page, errand.kind).getByRole('cell').first().getByText('1', { exact: true }).waitFor()
  await page.getByRole('button', { name: `Resume: ${errand.kind}` }).click()
  await row(page, errand.kind).getByText('Paused').waitFor({ state: 'detached' })
  await row(page, errand.kind).getByRole('cell').first().getByText('0', { exact: true }).waitFor()
})

test('health tells of every part and every consumer, and settings where each value comes from', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await ada.open('/administration/health')
  await page.getByText('All is well').waitFor()
  await row(page, 'Record').getByText('Up', { exact: true }).waitFor()
  await page.getByRole('table', { name: 'What follows the log' }).getByText('Keeps up').first().waitFor()
  await ada.open('/administration/settings')
  await row(page, 'rateLimitPerson').getByText('Flag --rate-limit-person').waitFor()
  await row(page, 'metricsToken').getByText('Default').waitFor()
})

test('a member who types the address sees for whom it is, and no way to it', async () => {
  const mia = await stage.enter('Mia')
  await mia.open('/administration/people')
  await mia.page.getByRole('heading', { name: 'Only administrators can open this page' }).waitFor()
  expect(await mia.page.getByRole('link', { name: 'Administration' }).count()).toBe(0)
  expect(await mia.page.getByRole('table').count()).toBe(0)
})

test.each(devices)('every page with something on it is whole on a %s screen', async (device, options) => {
  printer.hasPaper = false
  await fail(await stage.enter('Mia'), 2)
  const ada = await stage.enter('Ada', options)
  const { page } = ada
  await ada.open('/administration')
  await page.getByText(/jobs stopped for good/).waitFor()
  await look(page, `administration-${device}`)
  await ada.open('/administration/jobs')
  await page.getByText('Out of paper.').first().waitFor()
  await page.getByText('of Mia').first().waitFor()
  await look(page, `administration-jobs-${device}`)
  await ada.open('/administration/health')
  await page.getByText('Keeps up').first().waitFor()
  await look(page, `administration-health-${device}`)
  await ada.open('/administration/settings')
  await row(page, 'metricsToken').waitFor()
  await look(page, `administration-settings-${device}`)
  await ada.open('/administration/people')
  await row(page, 'Ben').waitFor()
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await dialog(page).getByRole('button', { name: 'Make the link' }).click()
  await dialog(page).getByLabel('Invitation link').waitFor()
  await look(page, `administration-invited-${device}`)
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Take back' }).first().waitFor()
  await look(page, `administration-people-${device}`)
  await page.getByRole('button', { name: 'Change Ben' }).click()
  await page.getByRole('menuitem', { name: 'Let in again' }).waitFor()
  await look(page, `administration-person-${device}`)
})

test('registration is closed, and the page of registration says so', async () => {
  const ada = await stage.enter('Ada')
  await ada.open('/administration/settings')
  await ada.page.getByRole('radiogroup', { name: 'Registration' }).getByText('Nobody').click()
  const { page: visitor } = await stage.visit()
  const says = () =>
    visitor
      .goto(`${stage.server.address}/register`)
      .then(() => visitor.getByRole('heading', { level: 1 }).first().textContent())
  await expect.poll(says, { timeout: 20_000 }).toBe('Registration is closed')
  await ada.open('/administration/people')
  await ada.page.getByRole('link', { name: 'Invite somebody' }).click()
  await ada.page.getByText('Registration is closed: nobody can use an invitation').waitFor()
})
