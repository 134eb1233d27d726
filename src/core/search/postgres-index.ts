/**
 * The index on PostgreSQL's full text. A text is cut into parts, because PostgreSQL keeps at most 255 places of a word and
 * 1 MB of a text (section 12.11); a word counts wherever in the text it stands, a phrase within one part. Words are read
 * here, as FTS5 reads them, so that both engines find the same; excerpts are made here, too, because `ts_headline` takes
 * minutes for many phrases.
 */
import { sql } from 'kysely'
import type { Tx } from '#core/db'
import { createMarker, type Marker, type Phrase } from './excerpt.ts'
import { facetsOf, type Match, type SearchIndex } from './index-engine.ts'
import { valuesOf, type Query } from './query.ts'
import { putRow, type IndexRow } from './rows.ts'
import { stemsOf } from './words.ts'

/** Characters from one part to the next, and how far each reaches into the next: as far as the longest query. */
const step = 3000
const overlap = 500

const fold = (text: string) => stemsOf(text).join(' ')

export const postgresIndex: SearchIndex = {
  keepsResults: false,

  async put(tx, key, row) {
    const number = await putRow(tx, key, row)
    if (row.words !== null) await putParts(tx, number, row.words)
  },

  async find(reader, { owner, query }, { offset, limit }) {
    const { wanted, unwanted } = conditionsOf(query)
    const holds = (condition: string) => sql`bool_or(words @@ to_tsquery('simple', ${condition}))`
    const isHeld = [...wanted.map(holds), ...unwanted.map((condition) => sql`not ${holds(condition)}`)]
    const isOfInterest = [sql`owner = ${owner}`, ...facetsOf(query)]
    if (wanted.length > 0) isOfInterest.push(sql`words @@ ${anyOf([...wanted, ...unwanted])}`)
    const { rows } = await sql<Found>`
      with best as (
        select number, max(rank) as rank, (array_agg(part order by rank desc, part))[1] as part
        from (
          select document.number, part, words, ts_rank('{0.1, 0.1, 0.4, 1.0}', words, ${anyOf(wanted)}) as rank
          from search_documents as document join search_parts using (number)
          where ${sql.join(isOfInterest, sql` and `)}
        ) as hit
        group by number ${isHeld.length > 0 ? sql`having ${sql.join(isHeld, sql` and `)}` : sql``}
      )
      select space, kind, id, at, document.tags, title, substr(body, (part * ${step} + 1)::int, ${step + overlap}) as part,
        part > 0 as before, char_length(body) > (part + 1) * ${step} + ${overlap} as after
      from best join search_documents as document using (number) join search_index on rowid = number
      order by rank desc, at desc, number limit ${limit} offset ${offset}`.execute(reader)
    const marker = createMarker(phrasesOf(query))
    return rows.map((row) => toMatch(row, marker))
  },
}

/** `part` is where most of it was found; the text may go on before and after. */
interface Found extends Omit<Match, 'excerpt'> {
  part: string
  before: boolean
  after: boolean
}

function toMatch({ part, before, after, title, ...match }: Found, marker: Marker): Match {
  const excerpt = marker.excerpt(withoutHalves(part, { before, after }), { before, after })
  return { ...match, title: marker.title(title), excerpt }
}

const phrasesOf = (query: Query): Phrase[] =>
  termsOf(query, false).map(({ text, isUnfinished }) => ({ stems: stemsOf(text), isUnfinished }))

/** Stands between title, tags and body, so that no phrase reaches from one into another. No word is a space. */
const fence = sql`''' '':1'::tsvector`

/** Weights: A the title, B the tags, D the body. Title and tags stand in the first part. */
async function putParts(tx: Tx, number: number, { title, body, tags }: NonNullable<IndexRow['words']>) {
  await sql`insert into search_parts (number, part, words)
    select ${number}, part - 1, to_tsvector('simple', text) || case when part > 1 then '' else
      ${fence} || setweight(to_tsvector('simple', ${fold(title)}), 'A') ||
      ${fence} || setweight(to_tsvector('simple', ${fold(tags)}), 'B') end
    from unnest(${partsOf(body).map(fold)}::text[]) with ordinality as given (text, part)`.execute(tx)
}

/** Counted in code points, as PostgreSQL does. */
function partsOf(text: string) {
  if (text.length <= step + overlap) return [text]
  const points = Array.from(text)
  const count = Math.max(1, Math.ceil((points.length - overlap) / step))
  return Array.from({ length: count }, (_, i) => {
    const part = points.slice(i * step, (i + 1) * step + overlap).join('')
    return withoutHalves(part, { before: i > 0, after: i < count - 1 })
  })
}

const inWord = '[\\p{L}\\p{N}\\p{M}\\p{Co}]'
const firstWord = new RegExp(`^${inWord}{0,${overlap}}(?!${inWord})`, 'u')
const lastWord = new RegExp(`(?<!${inWord})${inWord}{0,${overlap}}$`, 'u')

/** A word that is cut in two stands whole in the part before or after, unless it is longer than both share. */
function withoutHalves(part: string, { before, after }: { before: boolean; after: boolean }) {
  const rest = before ? part.replace(firstWord, '') : part
  return after ? rest.replace(lastWord, '') : rest
}

const anyOf = (conditions: readonly string[]) => sql`to_tsquery('simple', ${conditions.join(' | ')})`

/** Conditions in the language of `to_tsquery`; nothing but letters and digits gets into it. */
function conditionsOf(query: Query) {
  const of = (isExcluded: boolean) => [
    ...termsOf(query, isExcluded).map(({ text, isUnfinished }) => phraseOf(text, { ending: isUnfinished ? ':*' : '' })),
    ...valuesOf(query, { field: 'tag', isExcluded }).map((value) => phraseOf(value, { each: ':B' })),
  ]
  const isNotEmpty = (condition: string) => condition !== ''
  return { wanted: of(false).filter(isNotEmpty), unwanted: of(true).filter(isNotEmpty) }
}

function termsOf({ terms }: Query, isExcluded: boolean) {
  const last = terms.findLast((term) => !term.isExcluded)
  return terms
    .filter((term) => term.isExcluded === isExcluded)
    .map((term) => ({ text: term.text, isUnfinished: term === last && !term.isPhrase }))
}

const phraseOf = (text: string, { each = '', ending = '' }) => {
  const words = stemsOf(text).map((word) => `${word}${each}`)
  return words.length === 0 ? '' : `${words.join(' <-> ')}${ending}`
}
