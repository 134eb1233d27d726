/** The endpoints of accounts. */
import { Problem } from '#contract/problem'
import type { Tx } from '#core/db'
import type { AccessTokens } from './access-token.ts'
import {
  linkSpent,
  registrationClosed,
  signInEnded,
  wrongCredentials,
  type Person,
  type Registration,
} from './contract.ts'
import type { SignInCookie } from './cookie.ts'
import { spendFirstLink } from './first-link.ts'
import type { AuthNeeds } from './needs.ts'
import type { Passwords } from './password.ts'
import { addPerson, findByEmail, needsAdministrator, renamePerson, toPerson } from './people.ts'
import { addSignIn, endSignIn, findSignedIn, refreshLifetime, rotate } from './sign-ins.ts'

type Context = AuthNeeds & { passwords: Passwords; tokens: AccessTokens }
interface Visit {
  cookie: SignInCookie
}
interface Registering extends Visit {
  body: Registration
}

export function accountHandlers(context: Context) {
  return {
    getWelcome: () => welcome(context),
    createFirstAdministrator: (_: unknown, visit: Visit & { body: Registration & { token: string } }) =>
      createFirstAdministrator(context, visit),
    register: (_: unknown, visit: Registering) => register(context, visit),
    signIn: (_: unknown, visit: Visit & { body: { email: string; password: string } }) => signIn(context, visit),
    refresh: (_: unknown, { cookie }: Visit) => refresh(context, cookie),
    signOut: (_: unknown, visit: Visit & { caller: { id: string; signInId: string } }) => signOut(context, visit),
    getAccount: async (_: unknown, { caller }: { caller: Person }) => caller,
    updateAccount: (_: unknown, { caller, body }: { caller: Person; body: { name: string } }) =>
      updateAccount(context, caller, body.name),
  }
}

async function welcome({ db, version, spaces, settings }: Context) {
  const registration = await settings.read('account.registration')
  return {
    version,
    needsAdministrator: await needsAdministrator(db.read),
    registration: registration === 'closed' ? ('closed' as const) : ('open' as const),
    spaces: [...spaces],
  }
}

async function createFirstAdministrator(context: Context, visit: Visit & { body: Registration & { token: string } }) {
  const { token, password, ...about } = visit.body
  const hash = await context.passwords.hash(password)
  return enter(context, visit.cookie, async (tx) => {
    if (!(await needsAdministrator(tx)))
      throw new Problem(linkSpent, 'Cairn has an administrator already. Sign in instead.')
    await spendFirstLink(tx, token)
    return add(context, tx, { ...about, hash, role: 'administrator' })
  })
}

async function register(context: Context, { body: { password, ...about }, cookie }: Registering) {
  if ((await context.settings.read('account.registration')) === 'closed') {
    throw new Problem(registrationClosed, 'Registration is closed here. Ask the administrator for an account.')
  }
  const hash = await context.passwords.hash(password)
  return enter(context, cookie, (tx) => add(context, tx, { ...about, hash, role: 'member' }))
}

async function signIn(context: Context, { body, cookie }: Visit & { body: { email: string; password: string } }) {
  const row = await findByEmail(context.db.read, body.email)
  const isRight = await context.passwords.matches(body.password, row?.password)
  if (!row || !isRight) throw new Problem(wrongCredentials, 'E-mail and password do not match an account here.')
  return enter(context, cookie, async () => toPerson(row))
}

interface Joining {
  email: string
  name: string
  hash: string
  role: Person['role']
}

async function add({ events, newId, now }: Context, tx: Tx, { hash, ...about }: Joining) {
  const person = await addPerson(tx, { ...about, id: newId(), password: hash, at: now() })
  await events.append(tx, accountEvent('account.person-registered', person.id))
  return person
}

const accountEvent = <const Name extends string>(name: `account.${Name}`, personId: string) => ({
  name,
  topic: 'account',
  entity: personId,
  owner: personId,
  actor: personId,
})

/** Signs in whoever `find` answers, in the same transaction, and sets the cookie. */
async function enter(context: Context, cookie: SignInCookie, find: (tx: Tx) => Promise<Person>) {
  const { db, events, newId, now, tokens } = context
  const signInId = newId()
  const { person, token } = await db.write(async (tx) => {
    const found = await find(tx)
    const fresh = await addSignIn(tx, { id: signInId, personId: found.id, now: now() })
    await events.append(tx, accountEvent('account.signed-in', found.id))
    return { person: found, token: fresh }
  })
  cookie.set(token, refreshLifetime)
  return { ...(await tokens.issue(person.id, signInId)), person }
}

async function signOut({ db, events, now }: Context, visit: Visit & { caller: { id: string; signInId: string } }) {
  const { caller, cookie } = visit
  await db.write(async (tx) => {
    await endSignIn(tx, caller.signInId, now())
    await events.append(tx, accountEvent('account.signed-out', caller.id))
  })
  cookie.clear()
  return {}
}

function updateAccount({ db, events }: Context, { id }: Person, name: string) {
  return db.write(async (tx) => {
    const person = await renamePerson(tx, id, name)
    await events.append(tx, accountEvent('account.person-renamed', id))
    return person
  })
}

async function refresh(context: Context, cookie: SignInCookie) {
  const presented = cookie.read()
  if (!presented) throw new Problem(signInEnded, 'You are not signed in here.')
  const { person, signInId, token } = await renew(context, presented).catch((error: unknown) => {
    if (error instanceof Problem) cookie.clear()
    throw error
  })
  cookie.set(token, refreshLifetime)
  return { ...(await context.tokens.issue(person.id, signInId)), person }
}

/** Refuses (401) what is no living sign-in, or is not any more because of this. */
async function renew({ db, events, now, secrets }: Context, presented: string) {
  const rotated = await db.write(async (tx) => {
    const outcome = await rotate(tx, presented, { now: now(), key: secrets.refreshKey })
    if (outcome && !outcome.token)
      await events.append(tx, accountEvent('account.replay-refused', outcome.signIn.person))
    return outcome
  })
  if (!rotated) throw new Problem(signInEnded, 'This sign-in has ended. Sign in again.')
  const { signIn, token } = rotated
  const person = await findSignedIn(db.read, { personId: signIn.person, signInId: signIn.id })
  if (token === undefined || !person) {
    throw new Problem(signInEnded, 'An old sign-in was used again, so it was ended to be safe. Sign in again.')
  }
  return { person, signInId: signIn.id, token }
}
