/** What people do with their account, and administrators with those of others. */
import { z } from 'zod'
import { accountApi, peopleApi } from '#core/auth/contract'
import { journeyApi } from '../../../src/spaces/journey/contract.ts'
import { passwords, type Draw, type Person } from './scene.ts'
import { drawTitle } from './words.ts'

const scopes = ['journey.sessions:read', 'journey.sessions:write', 'search.index:read', 'jobs.jobs:read']

export const register: Draw = ({ chance, secrets }, { name, email, password }) => {
  const invitation = secrets.invitation.length > 0 && chance.happens(0.5) ? chance.pick(secrets.invitation) : undefined
  const body = { email: chance.happens(0.3) ? email.toUpperCase() : email, name, password }
  return {
    words: `register ${name}${invitation === undefined ? '' : ' with an invitation'}`,
    run: (side) =>
      side.as(name, accountApi).register({
        body: { ...body, ...(invitation !== undefined && { invitation: side.names.raw(invitation) }) },
      }),
  }
}

export const signIn: Draw = ({ chance }, { name, email, password }) => {
  const typed = chance.happens(0.9) ? password : 'a wrong password'
  return {
    words: `sign in ${name}`,
    run: (side) => side.as(name, accountApi).signIn({ body: { email, password: typed } }),
  }
}

const refresh: Draw = (_, { name }) => ({ words: 'refresh', run: (side) => side.as(name, accountApi).refresh() })

const signOut: Draw = (_, { name }) => ({ words: 'sign out', run: (side) => side.as(name, accountApi).signOut() })

const signOutEverywhere: Draw = ({ chance }, { name }) => {
  const which = chance.pick(['others', 'all'] as const)
  return {
    words: `sign out ${which}`,
    run: (side) => side.as(name, accountApi).signOutEverywhere({ body: { which } }),
  }
}

const listSignIns: Draw = ({ chance }, { name }) => {
  const limit = chance.between(1, 100)
  return {
    words: 'list sign-ins',
    noun: 'signIn',
    run: (side) => side.as(name, accountApi).listSignIns({ query: { limit } }),
  }
}

const endSignIn: Draw = ({ pick }, person) => {
  const signInId = pick('signIn', person)
  return {
    words: `end sign-in ${signInId}`,
    run: (side) => side.as(person.name, accountApi).endSignIn({ signInId: side.names.raw(signInId) }),
  }
}

const rename: Draw = ({ chance }, { name }) => {
  const body = { name: drawTitle(chance) }
  return {
    words: `rename to ${JSON.stringify(body.name)}`,
    run: (side) => side.as(name, accountApi).updateAccount({ body }),
  }
}

const getAccount: Draw = (_, { name }) => ({
  words: 'get account',
  noun: 'person',
  run: (side) => side.as(name, accountApi).getAccount(),
})

const otherThan = (password: string) => passwords.find((one) => one !== password) ?? password

const changePassword: Draw = (_, person) => {
  const newPassword = otherThan(person.password)
  const body = { oldPassword: person.password, newPassword }
  return {
    words: 'change password',
    run: (side) => side.as(person.name, accountApi).changePassword({ body }),
    learn: ({ status }) => {
      if (status === 200) person.password = newPassword
    },
  }
}

const makeKey: Draw = ({ chance, clock }, { name }) => {
  const expiresAt = chance.pick([null, clock.now + 60_000, clock.now - 1])
  const body = { name: drawTitle(chance), scopes: scopes.filter(() => chance.happens(0.6)), expiresAt }
  return { words: 'make a key', noun: 'key', run: (side) => side.as(name, accountApi).makeKey({ body }) }
}

const listKeys: Draw = (_, { name }) => ({
  words: 'list keys',
  noun: 'key',
  run: (side) => side.as(name, accountApi).listKeys(),
})

const endKey: Draw = ({ pick }, person) => {
  const keyId = pick('key', person)
  return {
    words: `end key ${keyId}`,
    run: (side) => side.as(person.name, accountApi).endKey({ keyId: side.names.raw(keyId) }),
  }
}

const useKey: Draw = ({ chance, secrets }, _) => {
  const key = secrets.key.length > 0 ? chance.pick(secrets.key.slice(-5)) : 'none'
  const title = drawTitle(chance)
  const isRead = chance.happens(0.5)
  return {
    words: 'use a key',
    noun: 'session',
    run(side) {
      const journey = side.withToken(side.names.raw(key), journeyApi)
      return isRead ? journey.listSessions() : journey.createSession({ body: { title } })
    },
  }
}

const welcome: Draw = (_, { name }) => ({ words: 'welcome', run: (side) => side.as(name, accountApi).getWelcome() })

const listScopes: Draw = (_, { name }) => ({ words: 'scopes', run: (side) => side.as(name, accountApi).listScopes() })

const exportAccount: Draw = (_, { name }) => ({
  words: 'export',
  noun: 'job',
  run: (side) => side.as(name, accountApi).exportAccount(),
})

const getExport: Draw = (_, { name }) => ({ words: 'get export', run: (side) => side.as(name, accountApi).getExport() })

const deleteAccount: Draw = ({ chance }, person) => {
  const password = chance.happens(0.3) ? person.password : 'a wrong password'
  return {
    words: `delete the account of ${person.name}`,
    run: (side) => side.as(person.name, accountApi).deleteAccount({ body: { password } }),
    learn: ({ status }) => {
      if (status === 200) Object.assign(person, { expiresAt: 0, password: passwords[0] })
    },
  }
}

const listPeople: Draw = ({ chance }, { name }) => {
  const query = { limit: chance.between(1, 5), ...(chance.happens(0.6) && { search: drawTitle(chance) }) }
  return {
    words: `list people ${JSON.stringify(query)}`,
    noun: 'person',
    run: (side) => side.as(name, peopleApi).listPeople({ query }),
  }
}

const getPerson: Draw = ({ pick }, person) => {
  const personId = pick('person', person)
  return {
    words: `get person ${personId}`,
    noun: 'person',
    run: (side) => side.as(person.name, peopleApi).getPerson({ personId: side.names.raw(personId) }),
  }
}

const updatePerson: Draw = ({ chance, pick }, person) => {
  const personId = pick('person', person)
  const body = chance.pick([
    { role: 'member' },
    { role: 'administrator' },
    { isDisabled: true },
    { isDisabled: false },
  ] as const)
  return {
    words: `update person ${personId} ${JSON.stringify(body)}`,
    run: (side) => side.as(person.name, peopleApi).updatePerson({ personId: side.names.raw(personId), body }),
  }
}

const Secret = z.object({ token: z.string() })

const makeResetLink: Draw = ({ pick, secrets }, person) => {
  const personId = pick('person', person)
  return {
    words: `make a reset link for ${personId}`,
    run: (side) => side.as(person.name, peopleApi).makeResetLink({ personId: side.names.raw(personId) }),
    learn: ({ body }) => {
      const shown = Secret.safeParse(body)
      if (shown.success) secrets.reset.push(shown.data.token)
    },
  }
}

/** Nobody knows whose link it was, so the password is one that everybody tries. */
const resetPassword: Draw = ({ chance, secrets, people }, { name }) => {
  const token = secrets.reset.length > 0 ? chance.pick(secrets.reset.slice(-3)) : 'none'
  return {
    words: 'reset a password',
    run: (side) =>
      side.as(name, accountApi).resetPassword({ body: { token: side.names.raw(token), newPassword: passwords[0] } }),
    learn: ({ status }) => {
      if (status === 200) for (const person of people) person.password = passwords[0]
    },
  }
}

const makeInvitation: Draw = ({ chance, secrets, people }, { name }) => {
  const body = { email: chance.pick([null, ...people.map(({ email }: Person) => email)]), role: 'member' } as const
  return {
    words: 'invite',
    noun: 'invitation',
    run: (side) => side.as(name, peopleApi).makeInvitation({ body }),
    learn: ({ body: reply }) => {
      const shown = Secret.safeParse(reply)
      if (shown.success) secrets.invitation.push(shown.data.token)
    },
  }
}

const listInvitations: Draw = ({ chance }, { name }) => {
  const limit = chance.between(1, 3)
  return {
    words: 'list invitations',
    noun: 'invitation',
    run: (side) => side.as(name, peopleApi).listInvitations({ query: { limit } }),
  }
}

const endInvitation: Draw = ({ pick }, person) => {
  const invitationId = pick('invitation', person)
  return {
    words: `end invitation ${invitationId}`,
    run: (side) => side.as(person.name, peopleApi).endInvitation({ invitationId: side.names.raw(invitationId) }),
  }
}

export const accountDraws: readonly Draw[] = [
  register,
  signIn,
  refresh,
  refresh,
  signOut,
  signOutEverywhere,
  listSignIns,
  endSignIn,
  rename,
  getAccount,
  changePassword,
  makeKey,
  makeKey,
  listKeys,
  endKey,
  useKey,
  useKey,
  welcome,
  listScopes,
  exportAccount,
  getExport,
  getExport,
  deleteAccount,
]

export const peopleDraws: readonly Draw[] = [
  listPeople,
  listPeople,
  getPerson,
  updatePerson,
  makeResetLink,
  resetPassword,
  makeInvitation,
  listInvitations,
  endInvitation,
]
