import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { fileOf, inWindows1251 } from '../stage/files.ts'
import { devices, look } from '../stage/looks.ts'
import type { Person } from '../stage/person.ts'
import { garden, park, save, saveUnderstood, talk } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

/** A page to look at: how to get there, and what shows that it is drawn. */
interface Sight {
  name: string
  path: string
  shows: (page: Page) => { waitFor(): Promise<void> }
  /** What is done on the page before it is looked at. */
  act?: (page: Page) => Promise<unknown>
  /** A page that says itself that more will come. */
  isFilling?: true
}

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name })
const words = (text: string) => (page: Page) => page.getByText(text).first()

const oneTimeLinks = [
  ['join', 'You are invited'],
  ['reset', 'Choose a new password'],
] as const

test('the doors are whole on every screen', async () => {
  const { firstLink, address } = stage.server
  for (const [device, options] of devices) {
    const { page } = await stage.visit(options)
    await page.goto(firstLink)
    await heading('Set up Cairn')(page).waitFor()
    await look(page, `first-run-${device}`)
  }
  await stage.enter('Ada')
  for (const [device, options] of devices) {
    const visitor = await stage.visit(options)
    visitor.forgive(/status of 401/)
    const { page } = visitor
    await page.goto(`${address}/sign-in`)
    await page.getByLabel('E-mail').fill('nobody@example.org')
    await page.getByLabel('Password', { exact: true }).fill('wrong password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    await look(page, `sign-in-${device}`)
    await page.getByRole('link', { name: 'Make an account' }).click()
    await heading('Make an account')(page).waitFor()
    await look(page, `register-${device}`)
    for (const [name, title] of oneTimeLinks) {
      await page.goto(`${address}/${name}`)
      await heading(title)(page).waitFor()
      await look(page, `${name}-${device}`)
    }
  }
})

const emptySights: Sight[] = [
  { name: 'first-steps', path: '/first-steps', shows: heading('Welcome, Noor') },
  { name: 'home-empty', path: '/', shows: words('Nothing written yet.') },
  { name: 'sessions-empty', path: '/journey/sessions', shows: heading('Your path begins here') },
  { name: 'write', path: '/journey/write', shows: (page) => page.getByRole('textbox', { name: 'Title' }) },
  { name: 'upload', path: '/journey/upload', shows: words('or drop a .txt') },
  { name: 'search-unasked', path: '/search', shows: heading('What are you looking for?') },
  { name: 'activity-empty', path: '/activity', shows: heading('No work yet') },
  { name: 'settings-member', path: '/settings', shows: words('What should Cairn look for?') },
  { name: 'account-member', path: '/settings/account', shows: words('This one') },
  { name: 'administration-member', path: '/administration', shows: heading('Only administrators can open this page') },
]

test('every page where nothing is yet is whole on every screen', async () => {
  await stage.enter('Ada')
  for (const [device, options] of devices) await lookAll(await stage.enter('Noor', options), device, emptySights)
})

const filledSights = (talkId: string, parkId: string): Sight[] => [
  { name: 'home', path: '/', shows: words(park.title) },
  { name: 'sessions', path: '/journey/sessions', shows: words(talk.title) },
  {
    name: 'session-ready',
    path: `/journey/sessions/${talkId}`,
    shows: (page) => page.getByTitle('Insight: I always wait').first(),
  },
  {
    name: 'session-chosen',
    path: `/journey/sessions/${talkId}`,
    shows: (page) => page.getByTitle('Insight: I always wait').first(),
    act: (page) => page.getByTitle('Insight: I always wait').first().click(),
  },
  { name: 'session-foreign', path: `/journey/sessions/${parkId}`, shows: words('This text is in Russian.') },
  { name: 'graph', path: `/journey/sessions/${talkId}/graph`, shows: words('Choose a shape to see') },
  {
    name: 'graph-chosen',
    path: `/journey/sessions/${talkId}/graph`,
    shows: words('Choose a shape to see'),
    act: (page) => page.getByRole('button', { name: /^Session: In the garden/ }).click(),
  },
  {
    name: 'graph-table',
    path: `/journey/sessions/${talkId}/graph`,
    shows: words('Choose a shape to see'),
    act: (page) => page.getByRole('button', { name: 'Show as table' }).click(),
  },
  {
    name: 'write-preview',
    path: '/journey/write',
    shows: (page) => page.getByLabel('What is on your mind?'),
    act: async (page) => {
      await page.locator('input[type=file]').setInputFiles(fileOf('park.txt', inWindows1251(park.text)))
      await words('Read as Windows Cyrillic')(page).waitFor()
    },
  },
  { name: 'search-hits', path: '/search?q=sister', shows: (page) => page.locator('mark').first() },
  { name: 'search-nothing', path: '/search?q=nowhere', shows: words('Nothing was found for “nowhere”') },
  { name: 'activity', path: '/activity', shows: words('“Old” was deleted') },
  { name: 'settings', path: '/settings', shows: heading('This Cairn') },
  { name: 'not-found', path: '/nowhere/at/all', shows: heading('Nothing is here') },
  {
    name: 'keys',
    path: '/settings',
    shows: heading('This Cairn'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Account of Ada' }).click()
      await page.getByRole('menuitem', { name: 'Keys' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'account-menu',
    path: '/activity',
    shows: words('“Old” was deleted'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Account of Ada' }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
    },
  },
  {
    name: 'deleted-note',
    path: '/journey/sessions',
    shows: words(talk.title),
    act: async (page) => {
      await page
        .getByRole('button', { name: /^Delete “Passing/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Undo' }).waitFor()
    },
  },
]

test('every page with something on it is whole on every screen', async () => {
  const ada = await stage.enter('Ada')
  const old = { title: 'Old', text: garden.text, date: '2025-11-02' }
  const { id: talkId } = await saveUnderstood(ada, { ...talk, date: '2026-03-09' })
  await saveUnderstood(ada, { ...garden, date: '2026-02-14' })
  const { id: parkId } = await saveUnderstood(ada, { ...park, date: '2026-03-11' })
  for (const title of ['Old', 'Passing 1', 'Passing 2']) await saveUnderstood(ada, { ...old, title })
  await ada.open('/journey/sessions')
  await ada.page.getByRole('button', { name: 'Delete “Old”' }).click()
  await ada.page.getByRole('button', { name: 'Undo' }).waitFor()
  for (const [device, options] of devices) {
    await lookAll(await stage.enter('Ada', options), device, filledSights(talkId, parkId))
  }
})

const administrationSights: Sight[] = [
  { name: 'administration', path: '/administration', shows: words('All is well') },
  { name: 'administration-people', path: '/administration/people', shows: words('ada@example.org') },
  {
    name: 'administration-invite',
    path: '/administration/people#invite',
    shows: (page) => page.getByRole('dialog', { name: 'Invite somebody' }),
  },
  { name: 'administration-jobs', path: '/administration/jobs', shows: words('Understanding a reflection') },
  { name: 'administration-health', path: '/administration/health', shows: words('Keeps up') },
  { name: 'administration-settings', path: '/administration/settings', shows: words('CAIRN_DATA') },
]

test.each(devices)('the pages of administrators are whole on a %s screen', async (device, options) => {
  await lookAll(await stage.enter('Ada', options), device, administrationSights)
})

test('a session that is being read is whole on every screen', async () => {
  const mia = await stage.enter('Mia')
  await saveUnderstood(mia, garden)
  stage.server.holdAnalyser()
  await save(mia, { title: 'Held', text: talk.text.repeat(4000) })
  const { id } = await save(mia, talk)
  const sight: Sight = {
    name: 'session-analysing',
    path: `/journey/sessions/${id}`,
    shows: words('Looking for what matters…'),
    isFilling: true,
  }
  const tray: Sight = {
    ...sight,
    name: 'tray',
    act: (page) => page.getByRole('button', { name: /^Activity: \d running/ }).click(),
  }
  for (const [device, options] of devices) await lookAll(await stage.enter('Mia', options), device, [sight, tray])
  expect(await mia.page.getByRole('article', { name: 'Understanding a reflection' }).count()).toBeGreaterThan(0)
})

async function lookAll({ page, open }: Person, device: string, sights: Sight[]) {
  for (const { name, path, shows, act, isFilling } of sights) {
    await open(path)
    await shows(page).waitFor()
    await act?.(page)
    if (!isFilling) await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' })
    await look(page, `${name}-${device}`)
  }
}
