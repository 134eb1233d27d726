import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { devices, look, picture } from '../stage/looks.ts'
import type { Person } from '../stage/person.ts'
import { garden, saveUnderstood, talk } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()
const walk = {
  title: 'Along the river',
  text: 'I walked along the river and felt calm. I realised that I need fewer evenings at work. Tomorrow I will call my sister.',
}

const tomatoes = /^“I planted tomatoes with my sister and felt calm for the first time in weeks.”/

/** Two of them within the last month, one before it. */
async function bringThree(person: Person) {
  await saveUnderstood(person, { ...talk, date: daysAgo(50) })
  await saveUnderstood(person, { ...garden, date: daysAgo(9) })
  await saveUnderstood(person, { ...walk, date: daysAgo(2) })
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

async function share(page: Page, label: string) {
  await page.getByRole('button', { name: 'Share…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share, to be read only' })
  await dialog.getByLabel('For whom').fill(label)
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByLabel('The link, shown only now').inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })
  return link
}

test('a report is chosen, read and shared, and its link ends when it is taken back', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await bringThree(ada)
  await ada.open('/journey/report')
  await page.getByText('3 sessions,').waitFor()
  await page.getByLabel('Days', { exact: true }).selectOption('Last month')
  await page.getByText('2 sessions,').waitFor()
  await page.getByText(tomatoes).first().waitFor()
  expect(await page.getByText('barely slept').count()).toBe(0)
  await page.getByText('1 meant, 1 overdue.').waitFor()
  await page
    .getByText(/^meant on /)
    .first()
    .waitFor()
  const link = await share(page, 'Doctor Reyes')

  const visitor = await stage.visit()
  await visitor.page.goto(link)
  await visitor.page.getByText('2 sessions,').waitFor()
  await visitor.page.getByText(tomatoes).first().waitFor()
  await look(visitor.page, 'report-shared-wide')

  await page.getByRole('listitem').filter({ hasText: 'Doctor Reyes' }).getByRole('button', { name: 'End' }).click()
  await page.getByText('The link was ended.').waitFor()
  visitor.forgive(/404 .*\/journey\/shared$/)
  await visitor.page.reload()
  await visitor.page.getByRole('heading', { name: 'This link leads nowhere any more' }).waitFor()
  await visitor.page.getByText('Ask the person who sent it for a new one.').waitFor()
  await look(visitor.page, 'report-gone-wide')
})

test.each(devices)('the report and its links are whole, %s', async (name, device) => {
  const ada = await stage.enter('Ada', device)
  const { page } = ada
  await ada.open('/journey/report')
  await share(page, 'Somebody with a rather long name, from the practice by the harbour')
  await page.getByText('not opened yet').first().waitFor()
  await look(page, `report-${name}`)
  await page.getByLabel('Days', { exact: true }).selectOption('Other days')
  await page.getByLabel('From', { exact: true }).fill(daysAgo(1))
  await page.getByText('Nothing was written in these days.').waitFor()
  await page.getByRole('button', { name: 'End' }).first().waitFor()
  await look(page, `report-nothing-${name}`)
})

test('on paper a report says whose it is and of which days, and what is pressed is left away', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await ada.open('/journey/report')
  const text = page.getByRole('textbox', { name: 'Looking back' })
  await text.fill('I see that I rest more.')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByText('Kept.').waitFor()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.getByText('Ada', { exact: true }).isVisible()).toBe(true)
  expect(await page.locator('.journey-report-span').innerText()).toMatch(/^\d+ \w+ \d{4} – \d+ \w+ \d{4}$/)
  expect(await page.getByText('I see that I rest more.').filter({ visible: true }).count()).toBe(1)
  expect(await page.getByRole('button').count()).toBe(0)
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(1)
  await page.setViewportSize({ width: 660, height: 930 })
  await picture(page, 'report-print')
})

test.each(devices)('an archive is made and waits to be downloaded, %s', async (name, device) => {
  const ada = await stage.enter('Ada', device)
  const { page } = ada
  await ada.open('/journey/archive')
  await page.getByRole('button', { name: 'Make the archive' }).click()
  await page.getByRole('button', { name: /^Download \(/ }).waitFor()
  await page.getByLabel('From', { exact: true }).fill(daysAgo(60))
  await page.getByLabel('To', { exact: true }).fill(daysAgo(0))
  await page.getByText('3 sessions in these days').waitFor()
  await look(page, `archive-${name}`)
  await page.getByRole('button', { name: 'Erase for good…' }).click()
  await page.getByRole('dialog', { name: 'Erase for good?' }).waitFor()
  await look(page, `archive-erase-${name}`)
})

test.each(devices)('one session is shared from its page, %s', async (name, device) => {
  const ada = await stage.enter('Ada', device)
  const { page } = ada
  const { id } = await saveUnderstood(ada, talk)
  await ada.open(`/journey/sessions/${id}`)
  await page.getByRole('button', { name: 'Share…' }).waitFor()
  await look(page, `session-share-${name}`)
  const link = await share(page, `Doctor Reyes ${name}`)
  await ada.open('/journey/report')
  await page.getByText('Session of').first().waitFor()
  const visitor = await stage.visit(device)
  await visitor.page.goto(link)
  await visitor.page.getByRole('heading', { name: talk.title }).waitFor()
  await look(visitor.page, `session-shared-${name}`)
})
