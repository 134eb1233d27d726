/**
 * Accounts, sign-ins and keys. Passwords are kept as argon2id; access tokens are short JWTs that carry the sign-in's id,
 * so that an ended sign-in is refused at once; refresh tokens rotate, and two tabs that refresh together get the same
 * successor; a key acts for a person within its scopes. See SPEC.md for the rules.
 */
import type { Endpoint } from '#contract/endpoint'
import { keepUntilCommit, type Tx } from '#core/db'
import { defineSetting } from '#core/settings'
import type { Caller } from './caller.ts'
import { RegistrationMode, type Person } from './contract.ts'
import { accountHandlers } from './handlers.ts'
import { findByKey } from './keys/keys.ts'
import { createScopes } from './keys/scopes.ts'
import { parseKey } from './keys/secret.ts'
import type { AuthContext, AuthNeeds } from './needs.ts'
import { pruneTries } from './passwords/back-off.ts'
import { createPasswords } from './passwords/passwords.ts'
import { makeFirstLink } from './people/first-link.ts'
import { peopleHandlers } from './people/handlers.ts'
import { pruneInvitations } from './people/invitations.ts'
import { needsAdministrator } from './people/people.ts'
import { exportAccount } from './records/export-account.ts'
import { findRecipients } from './people/recipients.ts'
import { pruneExports } from './records/exports.ts'
import { createAccessTokens } from './sign-ins/access-token.ts'
import { findSignedIn, pruneSignIns } from './sign-ins/sign-ins.ts'

export { accountRecords } from './records/personal.ts'
export { authMigrations } from './schema.ts'
export { assertAllowed, type Caller } from './caller.ts'
export { cookieNames, type SignInCookie } from './sign-ins/cookie.ts'

export interface Auth {
  /** The caller behind an access token or a key; undefined when it is not valid or has ended. */
  identify(token: string): Promise<Caller | undefined>
  /** The same behind access tokens alone, with the end of the token. */
  identifySignIn(token: string): Promise<(Caller & { expiresAt: number }) | undefined>
  /** Whose budget a token is counted on, `person:…` or `key:…`; undefined when it is not ours or has ended. */
  recognise(token: string): Promise<string | undefined>
  /** Lets keys be given what these endpoints ask for. */
  offerScopes(endpoints: readonly Endpoint[]): void
  /** A new one-time token for the first administrator, or undefined when there is one. Earlier tokens end. */
  makeFirstLink(): Promise<string | undefined>
  /** Ids of people who may sign in: the one who is meant, or all of a role. */
  recipients(who: { id: string } | { role: 'administrator' }): Promise<string[]>
  /** Removes sign-ins, invitations, counted tries and archives that are over. */
  prune(tx: Tx): Promise<void>
  handlers: ReturnType<typeof accountHandlers>
  peopleHandlers: ReturnType<typeof peopleHandlers>
}

const registration = defineSetting({
  name: 'account.registration',
  scope: 'installation',
  schema: RegistrationMode,
  fallback: 'open',
})

/** People who are asked for again and again. */
const mostKept = 1000

export async function createAuth(needs: AuthNeeds): Promise<Auth> {
  needs.settings.register(registration)
  needs.jobs.register(exportAccount, needs)
  const { db, now, secrets } = needs
  const tokens = createAccessTokens(secrets.accessKey, now)
  const keepPerson = keepUntilCommit<Person | undefined>(db, { most: mostKept, mostSize: mostKept })
  const context = { ...needs, passwords: await createPasswords(), tokens, scopes: createScopes(), keepPerson }
  return {
    identify: (token) => identifyKey(context, token) ?? identifySignIn(context, token),
    identifySignIn: (token) => identifySignIn(context, token),
    recognise: (token) => recognise(context, token),
    offerScopes: context.scopes.offer,
    async makeFirstLink() {
      if (!(await needsAdministrator(db.read))) return undefined
      return makeFirstLink(needs)
    },
    recipients: (who) => findRecipients(db.read, who),
    async prune(tx) {
      await pruneSignIns(tx, now())
      await pruneInvitations(tx, now())
      await pruneTries(tx, now())
      await pruneExports(tx, needs.files, now())
    },
    handlers: accountHandlers(context),
    peopleHandlers: peopleHandlers(context),
  }
}

async function identifySignIn({ db, tokens, keepPerson }: AuthContext, token: string) {
  const access = await tokens.verify(token)
  const person = access && (await keepPerson(access.signInId, () => findSignedIn(db.read, access)))
  if (!person) return undefined
  const { signInId: id, expiresAt } = access
  return { ...person, credential: { kind: 'sign-in' as const, id }, expiresAt }
}

/** An access token is believed by its signature here, without looking into the record. */
async function recognise(context: AuthContext, token: string) {
  const key = await identifyKey(context, token)
  if (key) return `key:${key.credential.id}`
  const access = await context.tokens.verify(token)
  return access && `person:${access.personId}`
}

/** Undefined for what does not look like a key. */
function identifyKey({ db, now }: AuthContext, token: string): Promise<Caller | undefined> | undefined {
  const parts = parseKey(token)
  if (!parts) return undefined
  return findByKey(db, parts, now()).then(
    (found) => found && { ...found.person, credential: { kind: 'key', id: parts.id, scopes: found.scopes } },
  )
}
