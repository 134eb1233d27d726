/**
 * The index on PostgreSQL's full text. A text is cut into parts, because what PostgreSQL keeps of one is bounded at
 * 1 MB; a word counts wherever in the text it stands, a phrase within one part. Words are folded and stemmed here, as
 * FTS5 does, so that both engines find the same: letters and digits, without case, and Latin ones without accents.
 */
import { sql } from 'kysely'
import { stemmer } from 'stemmer'
import type { Tx } from '#core/db'
import { facetsOf, type Match, type SearchIndex } from './index-engine.ts'
import { marks, withoutMarks } from './marks.ts'
import { valuesOf, type Query, type Term } from './query.ts'
import { putRow, type IndexRow } from './rows.ts'

/** Characters of one part, and of the part that an excerpt is taken from. */
const partLength = 100_000

/** Marks that FTS5 drops; at any other mark it ends a word. */
const droppedMarks = /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/gu

/** Small letters that FTS5 takes for others, and JavaScript does not. */
const otherForms: Readonly<Record<string, string>> = { ς: 'σ', ſ: 's', µ: 'μ' }

/** PostgreSQL ends a word at these, so they are written as a letter and a number instead. */
const spelled = (letter: string) => `ǃ${letter.codePointAt(0)}`

const wordsOf = (text: string) =>
  text
    .replace(droppedMarks, '')
    .replace(/\p{M}/gu, ' ')
    .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/[ςſµ]/gu, (letter) => otherForms[letter] ?? letter)
    .replace(/[\p{No}\p{Co}]/gu, spelled)
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** In bytes: FTS5 leaves longer words as they are. Shorter ones than three letters the stemmer leaves itself. */
const longestStemmed = 64

/** Porter's stemmer with his own two departures, as FTS5 has them; the stemmer of PostgreSQL has none. */
const stem = (word: string) => (Buffer.byteLength(word) > longestStemmed ? word : stemmer(word))
const stemsOf = (text: string) => wordsOf(text).map(stem)
const fold = (text: string) => stemsOf(text).join(' ')

export const postgresIndex: SearchIndex = {
  keepsResults: false,

  async put(tx, key, row) {
    const number = await putRow(tx, key, row)
    if (row.words !== null) await putParts(tx, number, row.words)
  },

  async find(reader, { owner, query }, { offset, limit }) {
    const { wanted, unwanted } = conditionsOf(query, stemsOf)
    const asked = sql`to_tsquery('simple', ${wanted.join(' | ')})`
    // Marks are set in the text as it was written, where PostgreSQL finds the stems itself.
    const marked = sql`to_tsquery('cairn_words', ${conditionsOf(query, wordsOf).wanted.join(' | ')})`
    const holds = (condition: string) => sql<boolean>`exists (select 1 from search_parts as part
      where part.number = document.number and part.words @@ to_tsquery('simple', ${condition}))`
    const conditions = [
      sql`document.owner = ${owner}`,
      ...facetsOf(query),
      ...wanted.map(holds),
      ...unwanted.map((condition) => sql`not ${holds(condition)}`),
    ]
    const { rows } = await sql<Found>`
      with best as (
        select document.space, document.kind, document.id, document.at, document.tags, document.number,
          best.part, best.rank
        from search_documents as document
        join lateral (
          select part, ts_rank('{0.1, 0.1, 0.4, 1.0}', words, ${asked}) as rank from search_parts
          where number = document.number order by rank desc, part limit 1
        ) as best on true
        where ${sql.join(conditions, sql` and `)}
        order by best.rank desc, document.at desc, document.number
        limit ${limit} offset ${offset}
      ),
      found as (
        select best.*, text.title, substr(text.body, (part * ${partLength} + 1)::int, ${partLength}) as body
        from best join search_index as text on text.rowid = best.number
      )
      select space, kind, id, at, tags, left(body, ${edge}) as beginning, right(body, ${edge}) as ending,
        ts_headline('cairn_words', title, ${marked}, ${headline('HighlightAll=true')}) as title,
        ts_headline('cairn_words', body, ${marked}, ${headline('MaxFragments=1, MinWords=20, MaxWords=32, ShortWord=0')}) as excerpt
      from found order by rank desc, at desc, number`.execute(reader)
    return rows.map(toMatch)
  },
}

interface Found extends Match {
  beginning: string
  ending: string
}

/** Longer than any excerpt, in characters. */
const edge = 2000

/** Says where the text goes on beyond the excerpt. */
function toMatch({ beginning, ending, excerpt, ...match }: Found): Match {
  const text = withoutMarks(excerpt, '')
  const [before = '', after = ''] = [beginning.split(text)[0], ending.split(text).at(-1)].map(shorten)
  return { ...match, excerpt: `${before}${excerpt}${after}` }
}

/** Punctuation stays; what has words is left out. */
const shorten = (rest = '') => (/[\p{L}\p{N}]/u.test(rest) ? '…' : rest)

const headline = (options: string) => `StartSel=${marks.open}, StopSel=${marks.close}, ${options}`

/** Stands between title, tags and body, so that no phrase reaches from one into another. No word is a space. */
const fence = sql`''' '':1'::tsvector`

/** Weights: A the title, B the tags, D the body. Title and tags stand in the first part. */
async function putParts(tx: Tx, number: number, { title, body, tags }: NonNullable<IndexRow['words']>) {
  const parts = Math.max(1, Math.ceil(body.length / partLength))
  for (let part = 0; part < parts; part += 1) {
    const text = fold(body.slice(part * partLength, (part + 1) * partLength))
    const [heading, labels] = part === 0 ? [fold(title), fold(tags)] : ['', '']
    await sql`insert into search_parts (number, part, words) values (${number}, ${part},
      setweight(to_tsvector('simple', ${heading}), 'A') || ${fence} ||
      setweight(to_tsvector('simple', ${labels}), 'B') || ${fence} || to_tsvector('simple', ${text}))`.execute(tx)
  }
}

type Reading = (text: string) => string[]

/** Conditions in the language of `to_tsquery`; nothing but letters and digits gets into it. */
function conditionsOf(query: Query, read: Reading) {
  const { terms } = query
  const last = terms.findLast((term) => !term.isExcluded)
  const isUnfinished = (term: Term) => term === last && !term.isPhrase
  const of = (isExcluded: boolean) => [
    ...terms
      .filter((term) => term.isExcluded === isExcluded)
      .map((term) => phraseOf(read(term.text), { ending: isUnfinished(term) ? ':*' : '' })),
    ...valuesOf(query, { field: 'tag', isExcluded }).map((value) => phraseOf(read(value), { each: ':B' })),
  ]
  const isNotEmpty = (condition: string) => condition !== ''
  return { wanted: of(false).filter(isNotEmpty), unwanted: of(true).filter(isNotEmpty) }
}

const phraseOf = (words: readonly string[], { each = '', ending = '' }) =>
  words.length === 0 ? '' : `${words.map((word) => `${word}${each}`).join(' <-> ')}${ending}`
