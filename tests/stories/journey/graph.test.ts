import { expect, test, vi } from 'vitest'
import { journeyApi } from '../../../src/spaces/journey/contract.ts'
import { eventually } from '../../world/eventually.ts'
import { phone, wide, webGl } from '../stage/browser.ts'
import { press, tabTo } from '../stage/keyboard.ts'
import { look } from '../stage/looks.ts'
import type { Person } from '../stage/person.ts'
import { garden, saveUnderstood, talk } from '../stage/reflections.ts'
import { startServer } from '../stage/server.ts'
import { setStage } from '../stage/stage.ts'

vi.setConfig({ testTimeout: 240_000 })

const stage = setStage(startServer, webGl)

async function writeSome(person: Person) {
  const known = new Set((await person.client(journeyApi).listSessions()).items.map(({ title }) => title))
  for (const reflection of [
    { ...talk, date: '2026-01-12' },
    { ...garden, date: '2026-03-02' },
  ]) {
    if (!known.has(reflection.title)) await saveUnderstood(person, reflection)
  }
  const graph = () => person.client(journeyApi).getGraph()
  await eventually(graph, ({ nodes }) => nodes.length > 5)
}

test('who has written nothing is told what will be here', async () => {
  const person = await stage.enter('Eve')
  await person.open('/journey/graph')
  await person.page.getByRole('heading', { name: 'Nothing is connected yet' }).waitFor()
})

test.each([
  ['wide', wide],
  ['phone', phone],
])('the graph is drawn, searched, filtered and read (%s)', async (device, window) => {
  const person = await stage.enter('Ada', window)
  await writeSome(person)
  const { page } = person
  await person.open('/journey/graph')
  await page.getByRole('img', { name: /^Picture of/ }).waitFor()
  expect(await page.locator('.whole-graph-canvas canvas').count()).toBeGreaterThan(0)
  await look(page, `graph-whole-${device}`)

  await page.getByLabel('Find a node').fill('proud')
  await page.getByRole('button', { name: 'proud' }).click()
  const chosen = page.getByRole('region', { name: 'Chosen' })
  await chosen.getByRole('heading', { name: 'proud' }).waitFor()
  await chosen.getByText('Named in 2 sessions').waitFor()
  await look(page, `graph-whole-chosen-${device}`)

  await page.getByLabel('To', { exact: true }).fill('2026-02')
  await chosen.getByText('Named in 1 session').waitFor()
  await page.getByRole('group', { name: 'Kinds' }).getByText('Emotion', { exact: true }).click()
  await page.getByText('No node is called that.').waitFor()
  const at = chosen.getByRole('link', { name: /^The talk/ }).first()
  await at.click()
  await page.waitForURL(/sessions\/.*at=\d+/)
  await page.getByRole('heading', { level: 1, name: talk.title }).waitFor()
})

test('by keys alone the picture is walked through, and its table leads to what was said', async () => {
  const person = await stage.enter('Ada')
  await writeSome(person)
  const { page } = person
  await person.open('/journey/graph')
  const picture = page.getByRole('listbox', { name: /^Nodes of the picture/ })
  await picture.waitFor()
  await tabTo(page, /^Nodes of the picture/)
  const chosen = () => picture.getByRole('option', { selected: true }).innerText()
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: 'Closer' }).click()
  await picture.focus()
  await press(page, 'Home')
  const first = await chosen()
  const heading = page.getByRole('region', { name: 'Chosen' }).getByRole('heading')
  await heading.waitFor()
  expect(first).toContain(await heading.innerText())
  const walked = new Set([first])
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) {
    await press(page, key)
    walked.add(await chosen())
  }
  expect(walked.size).toBeGreaterThan(2)
  await look(page, 'graph-whole-keys')
  // Other colours are another picture.
  await picture.focus()
  await press(page, 'Escape')
  expect(await picture.getByRole('option', { selected: true }).count()).toBe(0)

  await page.getByRole('button', { name: 'Show as table' }).click()
  const row = page.getByRole('row').filter({ hasText: 'is about' }).filter({ hasText: 'The talk' }).first()
  await look(page, 'graph-whole-table')
  await row.getByRole('link', { name: /^The talk, / }).click()
  await page.waitForURL(/sessions\/.*at=\d+/)
  await page.getByRole('heading', { level: 1, name: talk.title }).waitFor()
})

test('a machine without graphics gets the table, and hears why', async () => {
  const person = await stage.enter('Ada')
  await writeSome(person)
  const { page } = person
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await person.open('/journey/graph')
  await page.getByText('Your browser cannot draw this picture').waitFor()
  await page.getByRole('cell', { name: 'is about' }).first().waitFor()
})
