import { expect, test } from 'vitest'
import { journeyApi } from '../../../src/spaces/journey/contract.ts'
import { devices, look } from '../stage/looks.ts'
import { saveUnderstood } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

const plan = { title: 'Plans', date: '2026-03-02', text: 'I will call my sister tomorrow. I will write to my father.' }
const claim = { title: 'A week later', date: '2026-03-09', text: 'I did call her. I was so relieved.' }

test('what was said is on the board, is asked about later, and is moved by keys with a way back', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  await saveUnderstood(ada, plan)
  await saveUnderstood(ada, claim)
  await ada.open('/journey/actions')
  await page.getByRole('heading', { name: 'Cairn is not sure' }).waitFor()
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  const done = page.getByRole('region', { name: 'Done' })
  await done.getByRole('button', { name: /call my sister/ }).waitFor()

  await page.getByLabel('What do you mean to do?').fill('buy bread')
  await page.keyboard.press('Enter')
  const open = page.getByRole('region', { name: 'Open', exact: true })
  await open.getByRole('button', { name: 'buy bread' }).focus()
  await page.keyboard.press('ArrowRight')
  const begun = page.getByRole('region', { name: 'In progress' })
  await begun.getByRole('button', { name: 'buy bread' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await open.getByRole('button', { name: 'buy bread' }).waitFor()
})

test('an action opens the words it was read from, and what a person sets stays', async () => {
  const bob = await stage.enter('Bob')
  const { page } = bob
  await saveUnderstood(bob, { ...plan, text: 'I will call my sister tomorrow.' })
  await bob.open('/journey/actions')
  await page.getByRole('button', { name: /call my sister/ }).click()
  const drawer = page.getByRole('dialog')
  expect(await drawer.getByRole('link', { name: 'Plans' }).getAttribute('href')).toMatch(/[?&]at=\d+/)
  await drawer.getByRole('button', { name: 'Edit' }).click()
  await drawer.getByLabel('Words').fill('ring Ann')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await page.getByText('“ring Ann” was changed').waitFor()
  const { items } = await bob.client(journeyApi).listActions()
  expect(items.map(({ title }) => title)).toEqual(['ring Ann'])
})

test('one line says what, when and how often, and what is done comes again', async () => {
  const mia = await stage.enter('Mia')
  const { page } = mia
  await mia.open('/journey/actions')
  const field = page.getByLabel('What do you mean to do?')
  await field.fill('water the plants every day')
  await page.getByText('again and again: daily').waitFor()
  await look(page, 'actions-understood-wide')
  await page.keyboard.press('Enter')
  const open = page.getByRole('region', { name: 'Open', exact: true })
  await open.getByRole('button', { name: /^water the plants/ }).focus()
  await page.keyboard.press('d')
  await page.getByText(/“water the plants” is done, and comes again on/).waitFor()
  await open.getByRole('button', { name: /^water the plants/ }).waitFor()
  await field.fill('read the book called Tomorrow')
  await page.getByRole('button', { name: 'Leave my words as they are' }).click()
  await field.press('Enter')
  await open.getByRole('button', { name: 'read the book called Tomorrow' }).waitFor()
})

test.each(devices)('the pages of actions are whole, %s', async (name, device) => {
  const eve = await stage.enter(`Eve-${name}`, device)
  const { page } = eve
  await eve.open('/journey/actions')
  await page.getByRole('heading', { name: 'Nothing to do yet' }).waitFor()
  await look(page, `actions-empty-${name}`)
  await saveUnderstood(eve, plan)
  await saveUnderstood(eve, claim)
  const api = eve.client(journeyApi)
  const due = { day: '2026-03-01', time: null }
  const { id } = await api.createAction({ body: { title: 'pay the rent', due, priority: 'high', topic: 'home' } })
  await api.createAction({ body: { title: 'sort the photos of last summer', status: 'in-progress' } })
  await api.createAction({ body: { title: 'buy bread', status: 'done' } })
  await api.createAction({ body: { title: 'learn to sail', status: 'dropped' } })
  await eve.open('/journey/actions')
  await page.getByText('pay the rent').first().waitFor()
  if (name === 'wide') await page.getByRole('region', { name: 'Dropped' }).getByText('learn to sail').waitFor()
  else await page.getByLabel('Status').selectOption('Dropped (1)')
  await page.getByText('learn to sail').waitFor()
  await look(page, `actions-board-${name}`)
  await page.getByText('List', { exact: true }).click()
  await page.getByRole('table').waitFor()
  await look(page, `actions-list-${name}`)
  await eve.open(`/journey/actions/${id}`)
  await page.getByRole('dialog').getByText('Nothing has moved yet.').waitFor()
  await look(page, `actions-drawer-${name}`)
})
