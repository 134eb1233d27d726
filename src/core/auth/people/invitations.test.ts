import { expect, test } from 'vitest'
import { day } from '#std/duration'
import { settingsApi } from '#core/settings/contract'
import { openBrowser } from '../../../../tests/world/browser.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { readLog } from '../../../../tests/world/read-log.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { registerAdministrator } from '../../../../tests/world/world.ts'
import {
  invitationNeeded,
  invitationNotFound,
  linkSpent,
  peopleApi,
  invitationUseless,
  registrationClosed,
  emailTaken,
  type RegistrationMode,
} from '../contract.ts'
import { authTables } from '../schema.ts'

const newcomer = { email: 'new@example.org', name: 'New', password: 'correct horse battery' }

const join = (world: NotesWorld, body: { invitation?: string; email?: string } = {}) =>
  openBrowser(world).account.register({ body: { ...newcomer, ...body } })

async function invite(world: NotesWorld, mode: RegistrationMode = 'invitation') {
  const administrator = await registerAdministrator(world)
  await administrator.client(settingsApi).updateInstallationSettings({ body: { 'account.registration': mode } })
  return administrator.client(peopleApi)
}

test('where an invitation is needed, nobody registers without one, and whoever is invited does', async () => {
  await using world = await createNotesWorld()
  const people = await invite(world)
  expect((await openBrowser(world).account.getWelcome()).registration).toBe('invitation')
  expect((await refusalOf(join(world))).is(invitationNeeded)).toBe(true)
  expect((await refusalOf(join(world, { invitation: 'made up' }))).is(linkSpent)).toBe(true)
  const { token } = await people.makeInvitation({ body: {} })
  expect((await join(world, { invitation: token })).person).toMatchObject({ email: newcomer.email, role: 'member' })
})

test('an invitation works once and for seven days', async () => {
  await using world = await createNotesWorld()
  const people = await invite(world)
  const { token: used } = await people.makeInvitation({ body: {} })
  const { token: old, ...made } = await people.makeInvitation({ body: {} })
  expect(made.expiresAt - made.createdAt).toBe(7 * day)
  await join(world, { invitation: used })
  const other = { email: 'other@example.org' }
  expect((await refusalOf(join(world, { ...other, invitation: used }))).is(linkSpent)).toBe(true)
  world.clock.now += 7 * day
  expect((await refusalOf(join(world, { ...other, invitation: old }))).is(linkSpent)).toBe(true)
})

test('an invitation for an address is of no use to another, and is not spent by the try', async () => {
  await using world = await createNotesWorld()
  const people = await invite(world)
  const body = { email: 'Eve@Example.org', role: 'administrator' as const }
  const { token, ...invitation } = await people.makeInvitation({ body })
  expect(invitation).toMatchObject({ email: 'eve@example.org', role: 'administrator' })
  expect((await refusalOf(join(world, { invitation: token }))).is(linkSpent)).toBe(true)
  const { person } = await join(world, { invitation: token, email: 'eve@example.org' })
  expect(person.role).toBe('administrator')
})

test('an invitation is not spent by an address that has an account', async () => {
  await using world = await createNotesWorld()
  const people = await invite(world)
  const { token } = await people.makeInvitation({ body: {} })
  const taken = await refusalOf(join(world, { invitation: token, email: 'ada@example.org' }))
  expect(taken.is(emailTaken)).toBe(true)
  await expect(join(world, { invitation: token })).resolves.toBeDefined()
})

test('where registration is closed, no invitation helps; where it is open, one still gives its role', async () => {
  await using world = await createNotesWorld()
  const administrator = await registerAdministrator(world)
  const { token } = await administrator.client(peopleApi).makeInvitation({ body: { role: 'administrator' } })
  const set = (mode: RegistrationMode) =>
    administrator.client(settingsApi).updateInstallationSettings({ body: { 'account.registration': mode } })
  await set('closed')
  expect((await refusalOf(join(world, { invitation: token }))).is(registrationClosed)).toBe(true)
  const another = administrator.client(peopleApi).makeInvitation({ body: {} })
  expect((await refusalOf(another)).is(invitationUseless)).toBe(true)
  await set('open')
  expect((await join(world, { invitation: token })).person.role).toBe('administrator')
})

test('administrators see the invitations that are open, and take them back', async () => {
  await using world = await createNotesWorld()
  const people = await invite(world)
  const { token: kept, ...first } = await people.makeInvitation({ body: {} })
  const { token, ...second } = await people.makeInvitation({ body: { email: 'eve@example.org' } })
  expect((await people.listInvitations()).items).toEqual([second, first])
  await people.endInvitation({ invitationId: second.id })
  expect((await refusalOf(people.endInvitation({ invitationId: second.id }))).is(invitationNotFound)).toBe(true)
  const late = join(world, { invitation: token, email: 'eve@example.org' })
  expect((await refusalOf(late)).is(linkSpent)).toBe(true)
  await join(world, { invitation: kept })
  expect((await people.listInvitations()).items).toEqual([])
})

test('an invitation stands in the record as a hash only, and the log says who made it, not for whom', async () => {
  await using world = await createNotesWorld()
  const people = await invite(world)
  const { token } = await people.makeInvitation({ body: { email: 'eve@example.org' } })
  const rows = await authTables(world.core().db.read).selectFrom('invitations').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
  const log = await readLog(world.core())
  expect(log.map(({ name }) => name)).toContain('account.invitation-made')
  expect(JSON.stringify(log)).not.toContain('eve@example.org')
})
