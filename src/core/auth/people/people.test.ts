import { expect, test } from 'vitest'
import { notAllowed, notSignedIn } from '#contract/problem'
import { openBrowser } from '../../../../tests/world/browser.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { readLog } from '../../../../tests/world/read-log.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { register, registerAdministrator, signIn } from '../../../../tests/world/world.ts'
import { accountApi, lastAdministrator, peopleApi, personNotFound, signInEnded, wrongCredentials } from '../contract.ts'

const password = 'correct horse battery'

async function govern(world: NotesWorld) {
  const administrator = await registerAdministrator(world)
  return { administrator, people: administrator.client(peopleApi) }
}

test('administrators see everybody in pages, and find people by name or address', async () => {
  await using world = await createNotesWorld()
  const { people } = await govern(world)
  for (const name of ['Bob', 'Emile', 'Percent']) await register(world, name)
  await openBrowser(world).account.register({ body: { email: 'x_1@example.org', name: 'Łódź 100%', password } })
  const names = async (search: string) => (await people.listPeople({ query: { search } })).items.map(({ name }) => name)
  expect(await names('')).toEqual(['Ada', 'Bob', 'Emile', 'Percent', 'Łódź 100%'])
  expect(await names('BOB@EXAMPLE')).toEqual(['Bob'])
  expect(await names('łÓ')).toEqual(['Łódź 100%'])
  expect(await names('100%')).toEqual(['Łódź 100%'])
  expect(await names('x_1')).toEqual(['Łódź 100%'])
  expect(await names('%')).toEqual(['Łódź 100%'])
  expect(await names('nobody')).toEqual([])
  const first = await people.listPeople({ query: { limit: 3 } })
  const second = await people.listPeople({ query: { limit: 3, cursor: first.next ?? '' } })
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(await names(''))
  expect(second.next).toBeNull()
})

test('a person is shown without any secret, and found under a new name', async () => {
  await using world = await createNotesWorld()
  const { people } = await govern(world)
  const bob = await register(world, 'Bob')
  const entry = await people.getPerson({ personId: bob.id })
  expect(Object.keys(entry).sort()).toEqual(['createdAt', 'disabledAt', 'email', 'id', 'name', 'role'])
  await bob.client(accountApi).updateAccount({ body: { name: 'Robert' } })
  expect((await people.listPeople({ query: { search: 'robert' } })).items).toHaveLength(1)
  expect((await people.listPeople({ query: { search: 'robert' } })).items[0]?.id).toBe(bob.id)
  const none = await refusalOf(people.getPerson({ personId: '01a1f950-0000-7000-8000-000000000000' }))
  expect(none.is(personNotFound)).toBe(true)
})

test('a disabled person is signed out at once and cannot come in, in the words of a wrong password', async () => {
  await using world = await createNotesWorld()
  const { people } = await govern(world)
  const browser = openBrowser(world)
  const body = { email: 'bob@example.org', name: 'Bob', password }
  const { person } = await browser.account.register({ body })
  const bob = (await signIn(world, 'Bob')).client(accountApi)
  const entry = await people.updatePerson({ personId: person.id, body: { isDisabled: true } })
  expect(entry.disabledAt).not.toBeNull()
  expect((await refusalOf(bob.getAccount())).is(notSignedIn)).toBe(true)
  expect((await refusalOf(browser.account.refresh())).is(signInEnded)).toBe(true)
  const right = await refusalOf(browser.account.signIn({ body }))
  const wrong = await refusalOf(browser.account.signIn({ body: { ...body, password: 'wrong' } }))
  expect(right.is(wrongCredentials)).toBe(true)
  expect(right.problem).toEqual(wrong.problem)
})

test('a person who is enabled again signs in as before, but the earlier sign-ins stay ended', async () => {
  await using world = await createNotesWorld()
  const { people } = await govern(world)
  const bob = await register(world, 'Bob')
  await people.updatePerson({ personId: bob.id, body: { isDisabled: true } })
  const entry = await people.updatePerson({ personId: bob.id, body: { isDisabled: false } })
  expect(entry.disabledAt).toBeNull()
  expect((await refusalOf(bob.client(accountApi).getAccount())).is(notSignedIn)).toBe(true)
  await expect(signIn(world, 'Bob')).resolves.toBeDefined()
  const told = (await readLog(world.core())).filter(({ owner }) => owner === bob.id).map(({ name }) => name)
  expect(told).toEqual(expect.arrayContaining(['account.person-disabled', 'account.person-enabled']))
})

test('a new role is in force with the next request', async () => {
  await using world = await createNotesWorld()
  const { people } = await govern(world)
  const bob = await register(world, 'Bob')
  const bobsPeople = bob.client(peopleApi)
  expect((await refusalOf(bobsPeople.listPeople())).is(notAllowed)).toBe(true)
  await people.updatePerson({ personId: bob.id, body: { role: 'administrator' } })
  await expect(bobsPeople.listPeople()).resolves.toBeDefined()
  await people.updatePerson({ personId: bob.id, body: { role: 'member' } })
  expect((await refusalOf(bobsPeople.listPeople())).is(notAllowed)).toBe(true)
})

test('the last administrator can be neither demoted nor disabled, and disabled ones do not count', async () => {
  await using world = await createNotesWorld()
  const { administrator, people } = await govern(world)
  const bob = await register(world, 'Bob')
  const me = { personId: administrator.id }
  const isRefused = async (body: { role?: 'member'; isDisabled?: boolean }) =>
    (await refusalOf(people.updatePerson({ ...me, body }))).is(lastAdministrator)
  expect(await isRefused({ role: 'member' })).toBe(true)
  expect(await isRefused({ isDisabled: true })).toBe(true)
  await people.updatePerson({ personId: bob.id, body: { role: 'administrator', isDisabled: true } })
  expect(await isRefused({ role: 'member' })).toBe(true)
  await people.updatePerson({ personId: bob.id, body: { isDisabled: false } })
  expect((await people.updatePerson({ ...me, body: { role: 'member' } })).role).toBe('member')
})

test('two administrators who demote each other at once leave one', async () => {
  await using world = await createNotesWorld()
  const { administrator, people } = await govern(world)
  const bob = await register(world, 'Bob')
  await people.updatePerson({ personId: bob.id, body: { role: 'administrator' } })
  const demote = { body: { role: 'member' } } as const
  const outcomes = await Promise.allSettled([
    people.updatePerson({ personId: bob.id, ...demote }),
    bob.client(peopleApi).updatePerson({ personId: administrator.id, ...demote }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
