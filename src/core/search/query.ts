/** The query language: words, "phrases", -not, and field:value. */

export interface Term {
  text: string
  isPhrase: boolean
  isExcluded: boolean
}

export interface Query {
  terms: Term[]
  space: string[]
  kind: string[]
  tag: string[]
}

const mostTerms = 20
const piece = /(?<not>-)?(?:(?<field>space|kind|tag):)?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu
const hasLetters = /[\p{L}\p{N}]/u

export function parseQuery(text: string): Query {
  const query: Query = { terms: [], space: [], kind: [], tag: [] }
  for (const { groups = {} } of text.matchAll(piece)) {
    const value = groups.phrase ?? groups.word ?? ''
    if (!hasLetters.test(value)) continue
    if (isField(groups.field) && !groups.not) query[groups.field].push(value.toLowerCase())
    else query.terms.push({ text: value, isPhrase: groups.phrase !== undefined, isExcluded: groups.not === '-' })
  }
  return { ...query, terms: query.terms.slice(0, mostTerms) }
}

const isField = (name: string | undefined): name is 'space' | 'kind' | 'tag' =>
  name === 'space' || name === 'kind' || name === 'tag'

/** True when the query asks for nothing at all. */
export const isBlank = ({ terms, space, kind, tag }: Query) =>
  terms.length + space.length + kind.length + tag.length === 0

/**
 * The query in FTS5's own language, within what `scope` may see. Every piece is quoted, so nothing a person types is
 * taken for syntax. The last plain word also matches as a beginning, so that results come while typing.
 */
export function toFts({ terms, tag }: Query, scope: string) {
  const wanted = terms.filter((term) => !term.isExcluded)
  const last = wanted.at(-1)
  const clauses = [
    `scope : ${quote(scope)}`,
    ...wanted.map((term) => `{title body tags} : ${quote(term.text)}${term === last && !term.isPhrase ? ' *' : ''}`),
    ...tag.map((value) => `tags : ${quote(value)}`),
  ]
  const excluded = terms.filter((term) => term.isExcluded).map((term) => `{title body tags} : ${quote(term.text)}`)
  const all = clauses.map((clause) => `(${clause})`).join(' AND ')
  return excluded.length === 0 ? all : `(${all}) NOT (${excluded.map((clause) => `(${clause})`).join(' OR ')})`
}

const quote = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\0', ' ')}"`
