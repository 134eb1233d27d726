/**
 * A person's own words beside a lexicon: what they stand for, and which words mean nothing of a kind. They are made
 * ready once for as long as the same words come, and cost nothing where there are none.
 */
import type { PersonalLexicon } from '../findings.ts'
import { type PhraseMatch, createPhraseBook } from './phrase-book.ts'

interface Range {
  readonly from: number
  readonly to: number
}

export interface OwnWords<Entry> {
  find(forms: readonly string[]): PhraseMatch<Entry>[]
  /** Returns what tells whether words at a place are said to mean nothing, or nothing of that label. */
  hearSilence(forms: readonly string[]): (place: Range, label: string) => boolean
}

interface Own<Entry> {
  readonly kind: PersonalLexicon['silenced'][number]['kind']
  readonly rowsOf: (lexicon: PersonalLexicon) => { term: string; entry: Entry }[]
}

/** Returns what reads a person's lexicon; undefined where it holds nothing of the kind. */
export function createOwnWords<Entry>(own: Own<Entry>): (lexicon?: PersonalLexicon) => OwnWords<Entry> | undefined {
  let last: { key: string; words: OwnWords<Entry> } | undefined
  return (lexicon) => {
    if (!lexicon) return undefined
    const rows = own.rowsOf(lexicon)
    const silenced = lexicon.silenced.filter(({ kind }) => kind === own.kind)
    if (rows.length + silenced.length === 0) return undefined
    const key = JSON.stringify([rows, silenced])
    if (last?.key !== key) last = { key, words: prepareWords(rows, silenced) }
    return last.words
  }
}

function prepareWords<Entry>(
  rows: readonly { term: string; entry: Entry }[],
  silenced: PersonalLexicon['silenced'],
): OwnWords<Entry> {
  const book = createPhraseBook(rows)
  const silence = createPhraseBook(silenced.map(({ term, label }) => ({ term, entry: { label } })))
  return {
    find: (forms) => book.find(forms),
    hearSilence: (forms) => {
      const matches = silence.find(forms)
      return (place, label) =>
        matches.some(
          (match) => overlaps(match, place) && match.entries.some((entry) => (entry.label ?? label) === label),
        )
    },
  }
}

function overlaps(left: Range, right: Range): boolean {
  return left.from < right.to && right.from < left.to
}
