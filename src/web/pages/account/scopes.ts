/** The scopes of keys, as people read them: by space, by noun, and as sentences. */
import type { GrantableNoun } from '#core/auth/contract'

interface ScopeGroup {
  /** The space; undefined for the core. */
  space: string | undefined
  title: string
  nouns: readonly GrantableNoun[]
}

interface Space {
  name: string
  title: string
}

/** The spaces in their order, then what belongs to none of them. */
export function groupNouns(nouns: readonly GrantableNoun[], spaces: readonly Space[], ofCore: string): ScopeGroup[] {
  const spaceOf = ({ noun }: GrantableNoun) => spaces.find(({ name }) => noun.startsWith(`${name}.`))?.name
  const groups = [...spaces.map(({ name, title }) => ({ space: name, title })), { space: undefined, title: ofCore }]
  return groups
    .map((group) => ({ ...group, nouns: nouns.filter((noun) => spaceOf(noun) === group.space) }))
    .filter((group) => group.nouns.length > 0)
}

interface Allowance {
  noun: string
  about: string
  may: 'read' | 'write' | 'both'
}

/** What a key was given, one entry a noun. A noun that this server does not offer any more keeps its name. */
export function describeScopes(scopes: readonly string[], nouns: readonly GrantableNoun[]): Allowance[] {
  const names = new Set(scopes.map((scope) => scope.replace(/:\w+$/, '')))
  return [...names].map((noun) => {
    const about = nouns.find((known) => known.noun === noun)?.about ?? noun
    const [reads, writes] = [scopes.includes(`${noun}:read`), scopes.includes(`${noun}:write`)]
    return { noun, about, may: reads && writes ? 'both' : reads ? 'read' : 'write' }
  })
}
