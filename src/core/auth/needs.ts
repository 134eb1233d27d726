/** What accounts need of the rest of the core, and what their endpoints share. */
import type { Db, Tx } from '#core/db'
import type { Events } from '#core/events'
import type { Files } from '#core/files'
import type { Jobs } from '#core/jobs'
import type { Personal } from '#core/personal'
import type { Settings } from '#core/settings'
import type { Person } from './contract.ts'
import type { Scopes } from './keys/scopes.ts'
import type { Passwords } from './passwords/passwords.ts'
import type { AccessTokens } from './sign-ins/access-token.ts'
import type { SignInCookie } from './sign-ins/cookie.ts'

export interface AuthNeeds {
  db: Db
  events: Events
  settings: Settings
  files: Files
  jobs: Jobs
  personal: Personal
  now: () => number
  newId: () => string
  secrets: { accessKey: string; refreshKey: string }
  version: string
  spaces: readonly string[]
}

export interface AuthContext extends AuthNeeds {
  passwords: Passwords
  tokens: AccessTokens
  scopes: Scopes
  /** Gives the person behind a sign-in again until something is committed. */
  keepPerson: (signInId: string, find: () => Promise<Person | undefined>) => Promise<Person | undefined>
}

/** What the server adds to a request. */
export interface Visit {
  cookie: SignInCookie
  userAgent: string | undefined
}

interface Told {
  name: `account.${string}`
  /** Whose account it is about. */
  person: string
  actor?: string
}

/** Tells the log of an account; the person did it unless told. */
export const tell = ({ events }: Pick<AuthNeeds, 'events'>, tx: Tx, { name, person, actor = person }: Told) =>
  events.append(tx, { name, topic: 'account', entity: person, owner: person, actor })
