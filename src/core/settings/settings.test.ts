import { expect, test } from 'vitest'
import { invalidRequest, notAllowed, type ProblemKind } from '#contract/problem'
import { readLog } from '../../../tests/world/read-log.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { register, registerAdministrator } from '../../../tests/world/world.ts'
import { settingsApi, unknownSetting, type SettingValues } from './contract.ts'
import { settingsTables } from './schema.ts'

const defaults = { 'appearance.theme': 'system', 'notes.paper': 'plain', 'notifications.muted': [] }

test('every setting is there with its default until a person changes it for themselves', async () => {
  await using world = await createNotesWorld()
  const ada = (await register(world)).client(settingsApi)
  const bob = (await register(world)).client(settingsApi)
  expect(await ada.getSettings()).toEqual({ mine: defaults, installation: null })
  const changed = await ada.updateSettings({ body: { 'notes.paper': 'squared' } })
  expect(changed.mine).toEqual({ ...defaults, 'notes.paper': 'squared' })
  expect((await bob.getSettings()).mine).toEqual(defaults)
  await world.restart()
  expect((await ada.getSettings()).mine).toEqual({ ...defaults, 'notes.paper': 'squared' })
})

const wrongs: { body: SettingValues; kind: ProblemKind }[] = [
  { body: { 'notes.colour': 'red' }, kind: unknownSetting },
  { body: { 'notes.printers': 2 }, kind: unknownSetting },
  { body: Object.fromEntries([['constructor', 'x']]), kind: unknownSetting },
  { body: { 'notes.paper': 'lined' }, kind: invalidRequest },
  { body: { 'notes.paper': 7 }, kind: invalidRequest },
  { body: { 'appearance.theme': 'dark', 'notes.paper': 'lined' }, kind: invalidRequest },
]

test('what is unknown, of another scope or no value of it is refused as a whole', async () => {
  await using world = await createNotesWorld()
  const settings = (await register(world)).client(settingsApi)
  for (const { body, kind } of wrongs) {
    const refusal = await refusalOf(settings.updateSettings({ body }))
    expect(refusal.is(kind), JSON.stringify(body)).toBe(true)
  }
  expect((await settings.getSettings()).mine).toEqual(defaults)
  const names = (await readLog(world.core())).map(({ name }) => name)
  expect(names).not.toContain('settings.settings-changed')
})

test('settings of the installation are read and changed by administrators alone', async () => {
  await using world = await createNotesWorld()
  const member = (await register(world)).client(settingsApi)
  const administrator = (await registerAdministrator(world)).client(settingsApi)
  const body = { 'notes.printers': 3 }
  expect((await refusalOf(member.updateInstallationSettings({ body }))).is(notAllowed)).toBe(true)
  const { installation } = await administrator.updateInstallationSettings({ body })
  expect(installation).toEqual({ 'account.registration': 'open', 'notes.printers': 3 })
  expect((await member.getSettings()).installation).toBeNull()
  expect(await world.core().settings.read('notes.printers')).toBe(3)
  const personal = await refusalOf(administrator.updateInstallationSettings({ body: { 'notes.paper': 'squared' } }))
  expect(personal.is(unknownSetting)).toBe(true)
})

test('a change is told to the log with the names, not the values', async () => {
  await using world = await createNotesWorld()
  const person = await register(world)
  await person.client(settingsApi).updateSettings({ body: { 'notes.paper': 'squared' } })
  const told = (await readLog(world.core())).filter(({ topic }) => topic === 'settings')
  expect(told).toMatchObject([{ owner: person.id, entity: person.id, payload: { names: ['notes.paper'] } }])
})

test('a stored value that is no value any more gives way to the default', async () => {
  await using world = await createNotesWorld()
  const { id: owner, client } = await register(world)
  const row = { owner, name: 'notes.paper', value: '"parchment"', at: 0 }
  await world.core().db.write((tx) => settingsTables(tx).insertInto('settings').values(row).execute())
  expect((await client(settingsApi).getSettings()).mine).toEqual(defaults)
  expect(await world.core().settings.read('notes.paper', owner)).toBe('plain')
})

test('reading a setting that nobody declared is a bug, and says so', async () => {
  await using world = await createNotesWorld()
  await expect(world.core().settings.read('notes.colour')).rejects.toThrow('Nobody declared the setting notes.colour')
})
