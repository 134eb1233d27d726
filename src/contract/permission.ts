/**
 * Permissions, declared per noun beside its endpoints: which role may read it and which may change it. What belongs to
 * a person is theirs alone in any case: a role never opens what somebody else owns.
 */

export type Role = 'member' | 'administrator'
export type Act = 'read' | 'write'

export interface Permission {
  /** `journey.sessions` */
  noun: string
  /** The noun in words, for who chooses the scopes of a key. */
  about: string
  act: Act
  role: Role
  /** False for what only a person who signed in may touch, whatever a key was given. */
  isForKeys: boolean
}

interface Declaration {
  name: `${string}.${string}`
  about: string
  /** Who may read; members unless told. */
  read?: Role
  /** Who may change; members unless told. */
  write?: Role
  /** False keeps every key away from the noun; true unless told. */
  keys?: boolean
}

/** Declares a noun. Its two permissions are what endpoints name as their `access`. */
export function defineNoun({ name, about, read = 'member', write = 'member', keys = true }: Declaration) {
  const permission = (act: Act, role: Role): Permission => ({ noun: name, about, act, role, isForKeys: keys })
  return { read: permission('read', read), write: permission('write', write) }
}

/** What a key must have been given to do this: `journey.sessions:read`. */
export const scopeOf = ({ noun, act }: Permission) => `${noun}:${act}`
