import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { accountApi } from '#core/auth/contract'
import { defineJob, giveUp } from '#core/jobs'
import { notificationsApi } from '#core/notifications/contract'
import { createNotes } from '../../world/notes-space.ts'
import { eventually } from '../../world/world.ts'
import { startBareServer } from '../stage/bare-server.ts'
import { press, tabTo } from '../stage/keyboard.ts'
import { devices, look } from '../stage/looks.ts'
import type { Person } from '../stage/person.ts'
import { setStage } from '../stage/stage.ts'

const errand = defineJob({
  kind: 'tests.errand',
  payload: z.object({}),
  steps: ['go'],
  run: () => Promise.reject(giveUp('Out of paper.')),
})
const { space, core } = createNotes([errand])
const stage = setStage(() => startBareServer([space]))

const title = 'Something you started could not be finished'
const bell = (page: Page, state: string) => page.getByRole('button', { name: `Notifications: ${state}` })
const toast = (page: Page) => page.getByRole('alert').filter({ hasText: title })

/** The list takes the focus a moment after it has opened; keys that are pressed before go elsewhere. */
async function openByKeyboard(page: Page, state: string) {
  await bell(page, state).focus()
  await press(page, 'Enter')
  await page.getByRole('dialog', { name: 'Notifications' }).locator(':focus').waitFor()
}

/** Lets something that this person started stop for good. */
async function fail(person: Person) {
  const { id: owner } = await person.client(accountApi).getAccount()
  await core().db.write((tx) => core().jobs.enqueue(tx, { kind: errand.kind, owner, payload: {} }))
}

/** Something happened to the account, as it is told elsewhere. */
async function changePassword(person: Person) {
  const { id } = await person.client(accountApi).getAccount()
  const about = { topic: 'account', entity: id, owner: id, actor: id }
  await core().db.write((tx) => core().events.append(tx, { name: 'account.password-changed', ...about }))
}

const untilTold = (person: Person, count: number) =>
  eventually(
    () => person.client(notificationsApi).getNotificationSummary(),
    ({ unread }) => unread === count,
  )

test('what failed rings the bell at once, and the toast leads to it and marks it as read', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  const other = await ada.context.newPage()
  await other.goto(`${stage.server.address}/activity`)
  await bell(other, 'nothing unread').waitFor()
  await bell(page, 'nothing unread').waitFor()
  await fail(ada)
  await bell(page, '1 unread').waitFor()
  await bell(other, '1 unread').waitFor()
  await toast(page).getByRole('button', { name: 'Show' }).click()
  await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor()
  await bell(page, 'nothing unread').waitFor()
  await bell(other, 'nothing unread').waitFor()
  expect(await toast(other).count(), 'whoever looks at Activity sees it there').toBe(0)
})

test('the list behind the bell is opened, read and left with the keyboard', async () => {
  const mia = await stage.enter('Mia')
  const { page } = mia
  await bell(page, 'nothing unread').click()
  await page.getByText('Nothing has happened that you should know of.').waitFor()
  await page.keyboard.press('Escape')
  await fail(mia)
  await changePassword(mia)
  await openByKeyboard(page, '2 unread')
  await tabTo(page, `Mark as read: ${title}`)
  await press(page, 'Enter')
  await bell(page, '1 unread').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Notifications' }).waitFor({ state: 'hidden' })
  await openByKeyboard(page, '1 unread')
  await tabTo(page, 'Your password was changed')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor()
  await bell(page, 'nothing unread').waitFor()
})

test('what a person turned off rings no more, and still stands in the list', async () => {
  const zoe = await stage.enter('Zoe')
  const { page } = zoe
  await zoe.open('/settings')
  const section = page.getByRole('region', { name: 'Notifications' })
  await section.getByLabel('Something I started could not be finished').uncheck()
  await section.getByText('Saved.').waitFor()
  expect(await section.getByLabel('Work of somebody here').count(), 'is for administrators').toBe(0)
  await fail(zoe)
  await changePassword(zoe)
  await bell(page, '1 unread').click()
  await page.getByRole('link', { name: title }).waitFor()
  expect(await page.getByRole('button', { name: /^Mark as read: / }).count()).toBe(1)
  expect(await toast(page).count()).toBe(0)
  await page.reload()
  await section.getByLabel('My password was changed').waitFor()
  expect(await section.getByLabel('Something I started could not be finished').isChecked()).toBe(false)
})

test('bell, list and toast are whole on every screen', async () => {
  for (const [device, options] of devices) {
    const noor = await stage.enter(`Noor-${device}`, options)
    const { page } = noor
    await bell(page, 'nothing unread').click()
    await page.getByText('Nothing has happened').waitFor()
    await look(page, `bell-empty-${device}`)
    await page.keyboard.press('Escape')
    for (let i = 0; i < 3; i += 1) await fail(noor)
    await untilTold(noor, 3)
    await toast(page).waitFor()
    await look(page, `bell-toast-${device}`)
    await changePassword(noor)
    await untilTold(noor, 4)
    await page.reload()
    await bell(page, '4 unread').click()
    await page.getByText(title).first().waitFor()
    await page
      .getByRole('button', { name: `Mark as read: ${title}` })
      .first()
      .click()
    await bell(page, '3 unread').waitFor()
    await look(page, `bell-list-${device}`)
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await bell(page, 'nothing unread').waitFor()
    await page.getByRole('button', { name: 'Mark all as read' }).waitFor({ state: 'detached' })
  }
})
