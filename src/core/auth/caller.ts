/** On whose behalf a request is made, with what, and whether that is enough. */
import { notAllowed, notInScope, Problem } from '#contract/problem'
import { scopeOf, type Permission } from '#contract/permission'
import type { Person } from './contract.ts'

/** A browser that is signed in may do what its person may; a key only what is among its scopes. */
export type Credential = { kind: 'sign-in'; id: string } | { kind: 'key'; id: string; scopes: readonly string[] }

export interface Caller extends Person {
  credential: Credential
}

/** Refuses (403) who may not: members what is for administrators, keys what they were not given. */
export function assertAllowed({ role, credential }: Caller, permission: Permission) {
  if (permission.role === 'administrator' && role !== 'administrator') {
    throw new Problem(notAllowed, 'Only administrators can do this.')
  }
  if (credential.kind === 'sign-in') return
  if (!permission.isForKeys) throw new Problem(notInScope, 'No key can do this. Sign in to do it.')
  if (!credential.scopes.includes(scopeOf(permission))) {
    throw new Problem(notInScope, `This key was not given “${scopeOf(permission)}”. Make one that was.`)
  }
}

/** The sign-in of a caller whose endpoint is closed to keys. */
export function signInOf({ credential }: Pick<Caller, 'credential'>) {
  if (credential.kind !== 'sign-in') throw new Error('An endpoint for sign-ins alone was reached with a key')
  return credential.id
}
