/** What keys can be given: the permissions of all endpoints, but those that are closed to keys. */
import type { Endpoint } from '#contract/endpoint'
import { scopeOf, type Permission } from '#contract/permission'
import type { GrantableNoun, Role } from '../contract.ts'

export interface Scopes {
  /** Offers the permissions that these endpoints ask for. */
  offer(endpoints: readonly Endpoint[]): void
  /** What a person of this role may give to a key, by noun. */
  grantable(role: Role): GrantableNoun[]
  isGrantable(role: Role, scope: string): boolean
}

export function createScopes(): Scopes {
  const permissions = new Map<string, Permission>()
  const of = (role: Role) =>
    [...permissions.values()].filter((permission) => permission.role === 'member' || role === 'administrator')
  return {
    offer(endpoints) {
      for (const { access } of endpoints) {
        if (access !== 'public' && access.isForKeys) permissions.set(scopeOf(access), access)
      }
    },
    grantable: (role) => [...Map.groupBy(of(role), ({ noun }) => noun)].map(toGrantable).sort(byNoun),
    isGrantable: (role, scope) => of(role).some((permission) => scopeOf(permission) === scope),
  }
}

const toGrantable = ([noun, permissions]: [string, Permission[]]): GrantableNoun => ({
  noun,
  about: permissions[0]?.about ?? noun,
  acts: permissions.map(({ act }) => act).sort(),
})

const byNoun = (one: GrantableNoun, other: GrantableNoun) => (one.noun < other.noun ? -1 : 1)
