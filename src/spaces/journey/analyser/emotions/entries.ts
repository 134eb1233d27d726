/** The entries of the emotion lexicon: what a term stands for, and when it counts. */
import { readLexicon } from '../text/lexicon.ts'
import type { PhraseMatch } from '../text/phrase-book.ts'
import { type EmotionLabel, emotionClasses, isEmotionClass, isEmotionLabel } from './names.ts'

export type EntryMatch = PhraseMatch<EmotionEntry | undefined>

/** A row of the class `none` is read as undefined: it keeps its words from meaning something else. */
export interface EmotionEntry {
  readonly label: EmotionLabel
  readonly weight: number
  readonly kind: EntryKind
}

/**
 * An event says what happened, not what is felt: "stole my", "passed the exam". What is a question counts only where
 * something is asked: "how" is curious in "How was it?", but not in "I know how".
 */
type EntryKind = 'feeling' | 'event' | 'question'

/** Reads the emotion lexicon; throws where a row names what is unknown. */
export function readEmotionRows(): { term: string; entry: EmotionEntry | undefined }[] {
  return readLexicon('emotions').map(([name = '', term = '', weight = '', label = '', kind = '']) => ({
    term,
    entry: name === 'none' ? undefined : readEntry({ name, weight: Number(weight), label, kind }),
  }))
}

function readEntry(row: { name: string; weight: number; label: string; kind: string }): EmotionEntry {
  const { name, weight } = row
  if (!isEmotionClass(name)) throw new Error(`The emotion lexicon names an unknown class: ${name}.`)
  const label = row.label === '' ? emotionClasses[name].label : row.label
  if (!isEmotionLabel(label)) throw new Error(`The emotion lexicon names an unknown label: ${label}.`)
  return { label, weight, kind: readKind(row.kind) }
}

function readKind(kind: string): EntryKind {
  if (kind === '') return 'feeling'
  if (kind !== 'event' && kind !== 'question') throw new Error(`The emotion lexicon names an unknown kind: ${kind}.`)
  return kind
}
