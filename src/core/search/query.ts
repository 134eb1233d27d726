/** The query language: words, "phrases", -not, and field:value. */

export interface Term {
  text: string
  isPhrase: boolean
  isExcluded: boolean
}

/** `space:journey`, or `-space:journey`. */
export interface Filter {
  field: 'space' | 'kind' | 'tag'
  value: string
  isExcluded: boolean
}

export interface Query {
  terms: Term[]
  filters: Filter[]
}

const mostTerms = 20
const piece = /(?<not>-)?(?:(?<field>space|kind|tag):)?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu
const hasLetters = /[\p{L}\p{N}]/u

export function parseQuery(text: string): Query {
  const terms: Term[] = []
  const filters: Filter[] = []
  for (const { groups = {} } of text.matchAll(piece)) {
    const value = groups.phrase ?? groups.word ?? ''
    const isExcluded = groups.not === '-'
    if (!hasLetters.test(value)) continue
    if (isField(groups.field)) filters.push({ field: groups.field, value: value.toLowerCase(), isExcluded })
    else terms.push({ text: value, isPhrase: groups.phrase !== undefined, isExcluded })
  }
  return { terms: terms.slice(0, mostTerms), filters: filters.slice(0, mostTerms) }
}

const isField = (name: string | undefined): name is Filter['field'] =>
  name === 'space' || name === 'kind' || name === 'tag'

/** True when the query asks for nothing at all. */
export const isBlank = ({ terms, filters }: Query) => terms.length + filters.length === 0

/** The values that `field` must be one of, or (`isExcluded`) must not be. */
export const valuesOf = ({ filters }: Query, wanted: Omit<Filter, 'value'>) =>
  filters
    .filter(({ field, isExcluded }) => field === wanted.field && isExcluded === wanted.isExcluded)
    .map(({ value }) => value)

/**
 * The query in FTS5's own language, within what `scope` may see. Every piece is quoted, so nothing a person types is
 * taken for syntax. The last plain word also matches as a beginning, so that results come while typing.
 */
export function toFts(query: Query, scope: string) {
  const { terms } = query
  const last = terms.findLast((term) => !term.isExcluded)
  const isUnfinished = (term: Term) => term === last && !term.isPhrase
  const wordsOf = (isExcluded: boolean) =>
    terms
      .filter((term) => term.isExcluded === isExcluded)
      .map((term) => `{title body tags} : ${quote(term.text)}${isUnfinished(term) ? ' *' : ''}`)
  const tagsOf = (isExcluded: boolean) =>
    valuesOf(query, { field: 'tag', isExcluded }).map((value) => `tags : ${quote(value)}`)
  const wanted = [`scope : ${quote(scope)}`, ...wordsOf(false), ...tagsOf(false)]
  const unwanted = [...wordsOf(true), ...tagsOf(true)]
  const all = joined(wanted, ' AND ')
  return unwanted.length === 0 ? all : `(${all}) NOT (${joined(unwanted, ' OR ')})`
}

const joined = (clauses: readonly string[], word: string) => clauses.map((clause) => `(${clause})`).join(word)

const quote = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\0', ' ')}"`
