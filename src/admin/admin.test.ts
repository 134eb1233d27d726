import { expect, test } from 'vitest'
import { loadConfig } from '#core/config'
import { settingsApi } from '#core/settings/contract'
import { bareSpace } from '../../tests/world/bare-space.ts'
import { createNotesWorld } from '../../tests/world/notes-space.ts'
import { createFolder } from '../../tests/world/record.ts'
import { createWorld, eventually, registerAdministrator } from '../../tests/world/world.ts'
import { defineSpace } from '../core/space.ts'
import { adminApi } from './contract.ts'

test('administrators see every setting of the start with its origin, and no secret', async () => {
  await using folder = await createFolder()
  const environment = { CAIRN_METRICS_TOKEN: 'seven stones', CAIRN_LOG_LEVEL: 'warn' }
  const { explained } = loadConfig({ flags: { port: '9000' }, environment, folder: folder.path })
  await using world = await createNotesWorld({ explained })
  const { start } = await (await registerAdministrator(world)).client(adminApi).getConfiguration()
  const find = (name: string) => start.find((setting) => setting.name === name)
  expect(find('port')).toMatchObject({
    value: '9000',
    origin: '--port',
    about: expect.stringContaining('port to listen'),
  })
  expect(find('logLevel')).toMatchObject({ value: 'warn', origin: 'CAIRN_LOG_LEVEL' })
  expect(find('host')).toMatchObject({ value: '127.0.0.1', origin: 'default' })
  expect(find('metricsToken')).toMatchObject({ value: '(set)', origin: 'CAIRN_METRICS_TOKEN' })
  expect(JSON.stringify(start)).not.toContain('seven stones')
})

test('a setting of the installation is told with its default, and whether it was changed', async () => {
  await using world = await createNotesWorld()
  const administrator = await registerAdministrator(world)
  const find = async (name: string) =>
    (await administrator.client(adminApi).getConfiguration()).installation.find((setting) => setting.name === name)
  const change = (printers: number) =>
    administrator.client(settingsApi).updateInstallationSettings({ body: { 'notes.printers': printers } })
  const untouched = { name: 'notes.printers', value: 1, fallback: 1, isChanged: false }
  expect(await find('notes.printers')).toEqual(untouched)
  await change(2)
  expect(await find('notes.printers')).toEqual({ ...untouched, value: 2, isChanged: true })
  expect(await find('account.registration')).toMatchObject({ isChanged: false })
  await change(1)
  expect(await find('notes.printers')).toEqual(untouched)
  expect(await find('notes.paper'), 'is a matter of each person').toBeUndefined()
})

const broken = defineSpace({
  ...bareSpace('broken'),
  api: {},
  handlers: {},
  hold(core) {
    core.events.addFollowing({ name: 'broken.printer', handle: () => Promise.reject(new Error('out of paper')) })
    return {}
  },
})

test('a consumer that fails is shown with its words and its next try, and the others with nothing', async () => {
  await using world = await createWorld({ spaces: [broken] })
  const administrator = await registerAdministrator(world)
  const list = async () => (await administrator.client(adminApi).listConsumers()).items
  const isTold = (found: Awaited<ReturnType<typeof list>>) =>
    found.some(({ failures }) => failures > 0) && found.every(({ lag, failures }) => lag === 0 || failures > 0)
  const items = await eventually(list, isTold)
  const [failing, ...others] = items.toSorted((a, b) => b.failures - a.failures)
  expect(failing).toMatchObject({ name: 'broken.printer', error: expect.stringContaining('out of paper') })
  expect(failing).toMatchObject({ lag: expect.any(Number), retryAt: expect.any(Number) })
  expect(others.length).toBeGreaterThan(0)
  for (const other of others) expect(other).toMatchObject({ lag: 0, failures: 0, error: null, retryAt: null })
})
