/**
 * Accounts and sign-ins. Passwords are kept as argon2id; access tokens are short JWTs that carry the sign-in's id, so
 * that an ended sign-in is refused at once; refresh tokens rotate, and two tabs that refresh together get the same
 * successor. See SPEC.md for the rules of rotation.
 */
import { z } from 'zod'
import type { Db, Tx } from '#core/db'
import { defineSetting } from '#core/settings'
import type { Person } from './contract.ts'
import type { AuthNeeds } from './needs.ts'
import { createAccessTokens, type Access } from './access-token.ts'
import { accountHandlers } from './handlers.ts'
import { makeFirstLink } from './first-link.ts'
import { createPasswords } from './password.ts'
import { needsAdministrator } from './people.ts'
import { findSignedIn, pruneSignIns } from './sign-ins.ts'

export { authMigrations } from './schema.ts'
export { cookieNames, type SignInCookie } from './cookie.ts'

/** A person on whose behalf a request is made, and the sign-in it came with. */
export interface Caller extends Person {
  signInId: string
}

export interface Auth {
  /** The caller behind an access token; undefined when the token is not valid or its sign-in has ended. */
  identify(token: string): Promise<(Caller & { expiresAt: number }) | undefined>
  /** A new one-time token for the first administrator, or undefined when there is one. Earlier tokens end. */
  makeFirstLink(): Promise<string | undefined>
  /** Removes sign-ins that nobody can renew any more. */
  prune(tx: Tx): Promise<void>
  handlers: ReturnType<typeof accountHandlers>
}

const registrationSetting = defineSetting({
  name: 'account.registration',
  scope: 'installation',
  schema: z.enum(['open', 'closed']),
  fallback: 'open',
})

export async function createAuth(needs: AuthNeeds): Promise<Auth> {
  needs.settings.register(registrationSetting)
  const passwords = await createPasswords()
  const tokens = createAccessTokens(needs.secrets.accessKey, needs.now)
  return {
    identify: async (token) => identify(needs.db, await tokens.verify(token)),
    async makeFirstLink() {
      if (!(await needsAdministrator(needs.db.read))) return undefined
      return makeFirstLink(needs)
    },
    prune: (tx) => pruneSignIns(tx, needs.now()),
    handlers: accountHandlers({ ...needs, passwords, tokens }),
  }
}

async function identify(db: Db, access: Access | undefined) {
  if (!access) return undefined
  const person = await findSignedIn(db.read, access)
  return person && { ...person, signInId: access.signInId, expiresAt: access.expiresAt }
}
