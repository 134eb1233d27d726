/**
 * A person's own words over a lexicon: what they stand for, and which words mean nothing of a kind. They are made ready
 * once for as long as the same words come: a person's texts are often read one after another.
 */
import type { PersonalLexicon } from '../findings.ts'
import { type PhraseMatch, createPhraseBook } from './phrase-book.ts'

/** An entry of undefined keeps its words from meaning anything. */
type Match<Entry> = PhraseMatch<Entry | undefined>

export interface OwnWords<Entry> {
  /** Takes silenced meanings out of what a lexicon found, and puts in what the person's words stand for. */
  apply(forms: readonly string[], matches: readonly Match<Entry>[]): Match<Entry>[]
}

interface Own<Entry> {
  readonly kind: PersonalLexicon['silenced'][number]['kind']
  readonly rowsOf: (lexicon: PersonalLexicon) => { term: string; entry: Entry }[]
  /**
   * What becomes of a lexicon's meaning of the same words. A text has many topics, so it stays beside; a word has one
   * feeling, so it gives way, unless the lexicon knows a longer phrase.
   */
  readonly lexicon: 'stays' | 'gives way'
}

/** Returns what reads a person's lexicon; undefined where it holds nothing of the kind. */
export function createOwnWords<Entry extends { readonly label: string }>(
  own: Own<Entry>,
): (lexicon?: PersonalLexicon) => OwnWords<Entry> | undefined {
  let last: { key: string; words: OwnWords<Entry> } | undefined
  return (lexicon) => {
    if (!lexicon) return undefined
    const rows = own.rowsOf(lexicon)
    const silenced = lexicon.silenced.filter(({ kind }) => kind === own.kind)
    if (rows.length + silenced.length === 0) return undefined
    const key = JSON.stringify([rows, silenced])
    if (last?.key !== key) last = { key, words: prepareWords(own, rows, silenced) }
    return last.words
  }
}

function prepareWords<Entry extends { readonly label: string }>(
  { lexicon }: Own<Entry>,
  rows: readonly { term: string; entry: Entry }[],
  silenced: PersonalLexicon['silenced'],
): OwnWords<Entry> {
  const book = createPhraseBook(rows)
  const silence = createPhraseBook(silenced.map(({ term, label }) => ({ term, entry: { label } })))
  return {
    apply(forms, matches) {
      const own = book.find(forms)
      const silences = silence.find(forms)
      const kept = matches
        .filter(
          (match) => lexicon === 'stays' || !own.some((other) => overlaps(other, match) && isAsLong(other, match)),
        )
        .flatMap((match) => silenceEntries(match, silences))
      return [...kept, ...own].sort((left, right) => left.from - right.from)
    },
  }
}

/** A silenced word says nothing within a phrase either; silenced for one label, it keeps the others. */
function silenceEntries<Entry extends { readonly label: string }>(
  match: Match<Entry>,
  silences: readonly PhraseMatch<{ label: string | undefined }>[],
): Match<Entry>[] {
  const over = silences.filter((silence) => overlaps(silence, match)).flatMap(({ entries }) => entries)
  const entries = match.entries.filter(
    (entry) => !entry || !over.some(({ label = entry.label }) => label === entry.label),
  )
  return entries.length > 0 ? [{ ...match, entries }] : []
}

type Range = Pick<PhraseMatch<unknown>, 'from' | 'to'>

function overlaps(left: Range, right: Range): boolean {
  return left.from < right.to && right.from < left.to
}

function isAsLong(left: Range, right: Range): boolean {
  return left.to - left.from >= right.to - right.from
}
