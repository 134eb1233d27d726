import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { sampleApi } from '#core/sample/contract'
import { journeyApi } from '../../../src/spaces/journey/contract.ts'
import { eventually } from '../../world/world.ts'
import { press, tabTo } from '../stage/keyboard.ts'
import { devices, look } from '../stage/looks.ts'
import type { Person } from '../stage/person.ts'
import { garden, save, talk } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()
const halfYear = 24

/** Half a year of reflections, and all that was concluded from them. */
async function bringHalfYear(person: Person) {
  await person.client(sampleApi).loadSample()
  await waitForPatterns(person, halfYear)
}

const waitForPatterns = (person: Person, sessions: number) =>
  eventually(
    () => person.client(journeyApi).listPatterns({ query: {} }),
    (told) => told.isFresh && told.sessions === sessions,
    90_000,
  )

const river = (page: Page) => page.getByRole('region', { name: 'Which feelings run through these weeks?' })
const matrix = (page: Page) => page.getByRole('region', { name: 'Which feelings come with which topics?' })

test('a pattern opens its quotes, and a quote opens its session at that place', async () => {
  const { page, open } = await enterWithHalfYear('Ada')
  await open('/journey/patterns')
  const card = page.getByRole('article').filter({ hasText: 'How this is known' }).first()
  await card.getByText('How this is known').click()
  await card.getByRole('heading', { name: 'What would change this' }).waitFor()
  const quote = card.getByRole('listitem').first()
  const said = await quote.getByRole('blockquote').locator('mark').innerText()
  await quote.getByRole('link', { name: /open the session at this place/ }).click()
  await page.locator('.journey-quote[data-chosen="true"]').first().waitFor()
  expect(await page.getByRole('group', { name: 'Text' }).innerText()).toContain(said)
})

test('pictures are walked by keyboard, and each mark opens what was said', async () => {
  const { page, open } = await enterWithHalfYear('Ada')
  await open('/journey/patterns')
  await river(page)
    .getByRole('button', { name: /^Week of/ })
    .first()
    .waitFor()
  await tabTo(page, /^Week of/)
  await press(page, 'ArrowRight', 'ArrowRight', 'Enter')
  const opened = river(page).getByRole('status')
  await opened.getByRole('blockquote').first().waitFor()
  expect(await opened.getByRole('listitem').first().getByRole('link').count()).toBe(1)
  await press(page, 'Escape')
  await opened.waitFor({ state: 'detached' })

  await tabTo(page, /by chance$/)
  await press(page, 'ArrowDown', 'ArrowRight', 'Enter')
  await matrix(page).getByRole('status').getByRole('blockquote').first().waitFor()
})

test('a picture can be read as a table, and both are saved as files', async () => {
  const { page, open } = await enterWithHalfYear('Ada')
  await open('/journey/patterns')
  await river(page)
    .getByRole('button', { name: /^Week of/ })
    .first()
    .waitFor()
  const picture = await download(page, 'Save the picture (PNG)')
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect(picture.length).toBeGreaterThan(20_000)
  const table = (await download(page, 'Save the table (CSV)')).toString()
  expect(table).toMatch(/^\uFEFFFrom,Sessions,/)

  await river(page).getByRole('button', { name: 'Table' }).click()
  const rows = river(page).getByRole('row')
  expect(await rows.count()).toBe(table.trim().split('\r\n').length)
  await river(page).getByRole('button', { name: 'Picture' }).click()
  await river(page)
    .getByRole('button', { name: /^Week of/ })
    .first()
    .waitFor()
})

async function download(page: Page, how: string) {
  await river(page)
    .getByRole('button', { name: /^Save “/ })
    .click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: how }).click()])
  return readFile(await file.path())
}

test('the time that the pictures show is chosen and stands in the address', async () => {
  const { page, open } = await enterWithHalfYear('Ada')
  await open('/journey/patterns')
  const weeks = river(page).getByRole('button', { name: /^Week of/ })
  await weeks.first().waitFor()
  const all = await weeks.count()
  await page.getByRole('radiogroup', { name: 'How far back' }).getByText('3 months').click()
  await expect.poll(() => weeks.count(), { timeout: 10_000 }).toBeLessThan(all)
  expect(page.url()).toContain('period=three')
  await page.reload()
  await page.getByRole('radio', { name: '3 months', checked: true }).waitFor({ state: 'attached' })
})

test('what cannot be told yet says kindly how much is missing', async () => {
  const ben = await stage.enter('Ben')
  await ben.open('/journey/patterns')
  await ben.page.getByRole('heading', { name: 'Patterns grow from sessions' }).waitFor()
  await save(ben, talk)
  await save(ben, garden)
  await waitForPatterns(ben, 2)
  await ben.page.getByText('2 of 20 sessions: 18 more sessions and these can be told').waitFor()
})

test.each(devices)('patterns and pictures are whole on a %s screen', async (device, options) => {
  const { page, open } = await enterWithHalfYear('Ada', options)
  await open('/journey/patterns')
  await page.getByRole('heading', { name: 'Which days were heavy' }).waitFor()
  await look(page, `patterns-${device}`)
})

test.each(devices)('what is unfolded and opened is whole on a %s screen', async (device, options) => {
  const { page, open } = await enterWithHalfYear('Ada', options)
  await open('/journey/patterns')
  await matrix(page)
    .getByRole('button', { name: /by chance$/ })
    .first()
    .click()
  await river(page).getByRole('button', { name: 'Table' }).click()
  await page.getByText('How this is known').first().click()
  await look(page, `patterns-opened-${device}`)
  await open('/')
  await page.getByRole('link', { name: 'All patterns' }).waitFor()
  await look(page, `home-pattern-${device}`)
})

test.each(devices)('what is not there yet is whole on a %s screen', async (device, options) => {
  const ben = await stage.enter('Ben', options)
  await ben.open('/journey/patterns')
  await ben.page.getByText('2 of 20 sessions').waitFor()
  await look(ben.page, `patterns-few-${device}`)
  const noor = await stage.enter('Noor', options)
  await noor.open('/journey/patterns')
  await noor.page.getByRole('heading', { name: 'Patterns grow from sessions' }).waitFor()
  await look(noor.page, `patterns-empty-${device}`)
})

let isBrought = false

async function enterWithHalfYear(name: string, device?: BrowserContextOptions) {
  const person = await stage.enter(name, device)
  if (!isBrought) await bringHalfYear(person)
  isBrought = true
  return person
}
