/**
 * A person's own words for feelings, and words that they said mean none. They come before what the lexicon says of the
 * same words, unless the lexicon knows a longer phrase.
 */
import type { PersonalLexicon } from '../findings.ts'
import { createPhraseBook } from '../text/phrase-book.ts'
import type { Word } from '../text/words.ts'
import type { EmotionEntry, EntryMatch } from './entries.ts'
import { isEmotionLabel } from './names.ts'

export interface OwnWords {
  apply(words: readonly Word[], matches: readonly EntryMatch[]): EntryMatch[]
}

/** What a person says of a term: that it stands for a feeling, or that it does not stand for one or for any. */
interface OwnEntry {
  readonly means?: EmotionEntry
  readonly silences?: { readonly label: string | undefined }
}

interface OwnMatch {
  readonly from: number
  readonly to: number
  readonly entries: readonly OwnEntry[]
}

/** Returns a reader that keeps the words of the last lexicon: a person's texts are often read one after another. */
export function createOwnWordsReader(): (lexicon: PersonalLexicon | undefined) => OwnWords | undefined {
  let last: { content: string; words: OwnWords } | undefined
  return (lexicon) => {
    const rows = lexicon ? readRows(lexicon) : []
    if (rows.length === 0) return undefined
    const content = JSON.stringify(rows)
    if (last?.content !== content) last = { content, words: createOwnWords(rows) }
    return last.words
  }
}

function readRows({ emotions, silenced }: PersonalLexicon): { term: string; entry: OwnEntry }[] {
  const own = emotions.flatMap(({ label, term, weight }) =>
    isEmotionLabel(label) ? [{ term, entry: { means: { label, weight, kind: 'feeling' as const } } }] : [],
  )
  const silent = silenced.filter(({ kind }) => kind === 'emotion')
  return [...own, ...silent.map(({ term, label }) => ({ term, entry: { silences: { label } } }))]
}

function createOwnWords(rows: readonly { term: string; entry: OwnEntry }[]): OwnWords {
  const book = createPhraseBook(rows)
  return {
    apply(words, matches) {
      const own: readonly OwnMatch[] = book.find(words.map((word) => word.form))
      if (own.length === 0) return [...matches]
      const kept = matches.flatMap((match) => dropSilenced(match, own))
      return [...kept, ...own.flatMap(readMeaning)].sort((left, right) => left.from - right.from)
    },
  }
}

function dropSilenced(match: EntryMatch, own: readonly OwnMatch[]): EntryMatch[] {
  const over = own.find((other) => isOver(other, match))
  if (!over) return [match]
  const isSilenced = (entry: EmotionEntry | undefined) =>
    over.entries.some(
      ({ means, silences }) => means ?? (silences && (silences.label === undefined || silences.label === entry?.label)),
    )
  const entries = match.entries.filter((entry) => !isSilenced(entry))
  return entries.length > 0 ? [{ ...match, entries }] : []
}

function isOver(own: OwnMatch, match: EntryMatch): boolean {
  const isOverlapping = own.from < match.to && match.from < own.to
  return isOverlapping && own.to - own.from >= match.to - match.from
}

function readMeaning({ from, to, entries }: OwnMatch): EntryMatch[] {
  const meanings = entries.flatMap(({ means }) => (means ? [means] : []))
  return meanings.length > 0 ? [{ from, to, entries: meanings }] : []
}
