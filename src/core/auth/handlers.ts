/** The endpoints of accounts: coming in, and one's own name. The others stand beside their nouns. */
import { Problem } from '#contract/problem'
import type { Tx } from '#core/db'
import type { Caller } from './caller.ts'
import {
  invitationNeeded,
  linkSpent,
  registrationClosed,
  RegistrationMode,
  wrongCredentials,
  type Person,
  type Registration,
} from './contract.ts'
import { keyHandlers } from './keys/handlers.ts'
import { tell, type AuthContext, type Visit } from './needs.ts'
import { countTry, forgetTries } from './passwords/back-off.ts'
import { passwordHandlers } from './passwords/handlers.ts'
import { spendFirstLink } from './people/first-link.ts'
import { spendInvitation } from './people/invitations.ts'
import { addPerson, findByEmail, needsAdministrator, renamePerson, toPerson } from './people/people.ts'
import { recordHandlers } from './records/handlers.ts'
import { enter, refresh } from './sign-ins/entering.ts'
import { signInHandlers } from './sign-ins/handlers.ts'

type Registering = Visit & { body: Registration & { invitation?: string | undefined } }
type SigningIn = Visit & { body: { email: string; password: string } }

export function accountHandlers(context: AuthContext) {
  return {
    getWelcome: () => welcome(context),
    createFirstAdministrator: (_: unknown, visit: Visit & { body: Registration & { token: string } }) =>
      createFirstAdministrator(context, visit),
    register: (_: unknown, visit: Registering) => register(context, visit),
    signIn: (_: unknown, visit: SigningIn) => signIn(context, visit),
    refresh: (_: unknown, { cookie }: Visit) => refresh(context, cookie),
    getAccount: async (_: unknown, { caller }: { caller: Caller }) => caller,
    updateAccount: (_: unknown, { caller, body }: { caller: Caller; body: { name: string } }) =>
      updateAccount(context, caller, body.name),
    ...signInHandlers(context),
    ...passwordHandlers(context),
    ...keyHandlers(context),
    ...recordHandlers(context),
  }
}

const registrationMode = async ({ settings }: AuthContext) =>
  RegistrationMode.parse(await settings.read('account.registration'))

async function welcome(context: AuthContext) {
  return {
    version: context.version,
    needsAdministrator: await needsAdministrator(context.db.read),
    registration: await registrationMode(context),
    spaces: [...context.spaces],
  }
}

async function createFirstAdministrator(
  context: AuthContext,
  { body, ...visit }: Visit & { body: Registration & { token: string } },
) {
  const { token, password, ...about } = body
  const hash = await context.passwords.hash(password)
  return enter(context, visit, async (tx) => {
    if (!(await needsAdministrator(tx)))
      throw new Problem(linkSpent, 'Cairn has an administrator already. Sign in instead.')
    await spendFirstLink(tx, token)
    return add(context, tx, { ...about, hash, role: 'administrator' })
  })
}

async function register(context: AuthContext, { body, ...visit }: Registering) {
  const { invitation, password, ...about } = body
  assertMayRegister(await registrationMode(context), invitation)
  const hash = await context.passwords.hash(password)
  return enter(context, visit, async (tx) => {
    const role = invitation === undefined ? 'member' : await roleOf(context, tx, { token: invitation, ...about })
    return add(context, tx, { ...about, hash, role })
  })
}

function assertMayRegister(mode: RegistrationMode, invitation: string | undefined) {
  if (mode === 'closed')
    throw new Problem(registrationClosed, 'Registration is closed here. Ask the administrator for an account.')
  if (mode === 'invitation' && invitation === undefined)
    throw new Problem(invitationNeeded, 'Who registers here needs an invitation. Ask the administrator for one.')
}

async function roleOf({ now }: AuthContext, tx: Tx, { token, email }: { token: string; email: string }) {
  return (await spendInvitation(tx, { token, email, now: now() })).role
}

async function signIn(context: AuthContext, { body, ...visit }: SigningIn) {
  await countTry(context, body.email)
  const known = await findByEmail(context.db.read, body.email)
  const isRight = await context.passwords.matches(body.password, known?.password)
  if (!isRight) throw noMatch()
  return enter(context, visit, async (tx) => {
    // What was true before the hash may have changed since.
    const row = await findByEmail(tx, body.email)
    if (!row || row.disabled_at !== null || row.password !== known?.password) throw noMatch()
    await forgetTries(context, tx, row.email)
    return toPerson(row)
  })
}

const noMatch = () => new Problem(wrongCredentials, 'E-mail and password do not match an account here.')

interface Joining {
  email: string
  name: string
  hash: string
  role: Person['role']
}

async function add(context: AuthContext, tx: Tx, { hash, ...about }: Joining) {
  const { newId, now } = context
  const person = await addPerson(tx, { ...about, id: newId(), password: hash, at: now() })
  await tell(context, tx, { name: 'account.person-registered', person: person.id })
  return person
}

function updateAccount(context: AuthContext, caller: Caller, name: string) {
  return context.db.write(async (tx) => {
    const person = await renamePerson(tx, caller, name)
    await tell(context, tx, { name: 'account.person-renamed', person: caller.id })
    return person
  })
}
