/** Keys on the wire: a program acts for a person, within the scopes it was given. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { Instant, KeyId } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'

/** `noun:act`, for example `journey.sessions:read`. */
const Scope = z.string().max(100)

export const Key = z.object({
  id: KeyId,
  name: z.string(),
  scopes: z.array(Scope),
  createdAt: Instant,
  /** Exact to a minute; null when it was never used. */
  lastUsedAt: Instant.nullable(),
  /** Null for a key without an end. */
  expiresAt: Instant.nullable(),
})
export type Key = z.infer<typeof Key>

export const NewKey = z.object({
  name: z.string().trim().min(1, 'Say what this key is for.').max(100),
  scopes: z.array(Scope).min(1, 'Choose at least one scope.').max(200),
  expiresAt: Instant.nullable().default(null),
})
export type NewKey = z.infer<typeof NewKey>

/** The secret is shown this once; only its hash is kept. */
const MadeKey = Key.extend({ secret: z.string() })

/** A noun that a key can be given, with the acts that a person of this role may grant. */
export const GrantableNoun = z.object({
  noun: z.string(),
  about: z.string(),
  acts: z.array(z.enum(['read', 'write'])),
})
export type GrantableNoun = z.infer<typeof GrantableNoun>

export const mostKeys = 50

export const keyNotFound = defineProblem({ name: 'account/key-not-found', status: 404, title: 'There is no such key' })
export const unknownScope = defineProblem({
  name: 'account/unknown-scope',
  status: 400,
  title: 'There is no such scope',
})
export const keyExpired = defineProblem({
  name: 'account/key-expired',
  status: 400,
  title: 'The end of this key has passed',
})
export const tooManyKeys = defineProblem({ name: 'account/too-many-keys', status: 409, title: 'Too many keys' })

const keys = defineNoun({ name: 'account.keys', about: 'Keys for programs', keys: false })

export const keysApi = {
  listScopes: endpoint({
    method: 'GET',
    path: '/account/scopes',
    summary: 'What I can allow a key to do',
    access: keys.read,
    reply: z.object({ items: z.array(GrantableNoun) }),
  }),
  listKeys: endpoint({
    method: 'GET',
    path: '/account/keys',
    summary: 'My keys, newest first',
    access: keys.read,
    query: PageQuery,
    reply: pageOf(Key),
  }),
  makeKey: endpoint({
    method: 'POST',
    path: '/account/keys',
    summary: 'Makes a key; its secret is shown this once',
    access: keys.write,
    body: NewKey,
    status: 201,
    reply: MadeKey,
    problems: [unknownScope, keyExpired, tooManyKeys],
  }),
  endKey: endpoint({
    method: 'DELETE',
    path: '/account/keys/:keyId',
    summary: 'Ends a key at once',
    access: keys.write,
    reply: z.object({}),
    problems: [keyNotFound],
  }),
}
