/**
 * Reads the lexicons of emotions and topics as a careful editor would: rows that repeat, contradict or shadow each
 * other, that can never match or never change anything, weights out of range, names that too few terms stand for.
 */
import { coreAffectOf } from '../emotions/core-affect.ts'
import { emotionClasses, emotionLabels, isEmotionClass, isEmotionLabel } from '../emotions/names.ts'
import { readLexicon } from '../text/lexicon.ts'
import { createPhraseBook, splitTerm } from '../text/phrase-book.ts'
import { readWords } from '../text/words.ts'
import { topicLabels } from '../topics/names.ts'

export type LexiconName = 'emotions' | 'topics'

interface Row {
  readonly className: string
  readonly term: string
  readonly weight: number
  readonly label: string
  readonly kind: string
  /** Why a row stands although another one says the opposite. */
  readonly reason: string
  readonly forms: readonly string[]
}

interface Complaint {
  readonly rule: 'repeat' | 'contradiction' | 'shadow' | 'idle' | 'unmatchable' | 'weight' | 'coverage'
  readonly about: string
}

/** A name that fewer terms stand for is rather missed than found. */
const fewestTerms = 20
/** Weights this close do not tell which of two opposites is meant. */
const closest = 0.3
const heaviest = 1.5

const blocker = 'none'

export function lintLexicon(name: LexiconName): Complaint[] {
  const rows = readRows(name)
  return [
    ...rows.flatMap(findWrongWeight),
    ...rows.flatMap(findUnmatchable),
    ...[...Map.groupBy(rows, ({ forms }) => forms.join(' ')).values()].flatMap(findDisputes),
    ...findStemsOver(rows),
    ...thinNames(name).map(([label, count]) => ({ rule: 'coverage' as const, about: `${label}: ${count} terms` })),
  ]
}

/** The names of a tree that too few terms stand for, the thinnest first. */
function thinNames(name: LexiconName): [label: string, count: number][] {
  return countTerms(name).filter(([, count]) => count < fewestTerms)
}

/** How many terms stand for each name of the tree, the fewest first. */
export function countTerms(name: LexiconName): [label: string, count: number][] {
  const counts = Map.groupBy(readRows(name), ({ label }) => label)
  const labels: readonly string[] = name === 'emotions' ? emotionLabels : topicLabels
  const counted = labels.map((label): [string, number] => [label, counts.get(label)?.length ?? 0])
  return counted.sort((left, right) => left[1] - right[1])
}

function readRows(name: LexiconName): Row[] {
  return readLexicon(name).map(([className = '', term = '', weight = '', label = '', kind = '', reason = '']) => ({
    className,
    term,
    weight: Number(weight),
    label: name === 'topics' ? className : label || defaultLabel(className),
    kind,
    reason,
    forms: splitTerm(term),
  }))
}

const defaultLabel = (className: string) => (isEmotionClass(className) ? emotionClasses[className].label : className)

function findWrongWeight({ className, term, weight }: Row): Complaint[] {
  const isRight = className === blocker ? weight === 0 : weight >= 0.01 && weight <= heaviest
  return isRight ? [] : [{ rule: 'weight', about: `${term} (${className}): ${weight}` }]
}

/** Reads the term as if a text consisted of it; emoticons are written with capitals as well. */
function findUnmatchable({ term, className }: Row): Complaint[] {
  const book = createPhraseBook([{ term, entry: term }])
  const spoken = term.replaceAll('*', '')
  const isFound = [spoken, spoken.toUpperCase()].some((text) => {
    const forms = readWords(text.replace(/^\^ /u, ''), { start: 0, end: text.length }, () => true).map(
      ({ form }) => form,
    )
    if (term.startsWith('^ ')) forms.unshift('^')
    const [match] = book.find(forms)
    return match?.from === 0 && match.to === forms.length
  })
  return isFound ? [] : [{ rule: 'unmatchable', about: `${term} (${className})` }]
}

/** `rows` have the same term. A blocker beside a meaning, and opposites of like weight, leave it to chance what counts. */
function findDisputes(rows: readonly Row[]): Complaint[] {
  return rows.flatMap((row, index) =>
    rows.slice(index + 1).flatMap((other): Complaint[] => {
      const about = `${row.term}: ${describe(row)} and ${describe(other)}`
      if (row.className === other.className) return [{ rule: 'repeat', about }]
      const isBlocked = row.className === blocker || other.className === blocker
      const isEven = Math.abs(row.weight - other.weight) <= closest
      const isExplained = row.reason !== '' || other.reason !== ''
      const isContrary = isBlocked || (isEven && !isExplained && areOpposite(row, other))
      return isContrary ? [{ rule: 'contradiction', about }] : []
    }),
  )
}

const describe = ({ label, weight }: Row) => `${label} ${weight}`

function areOpposite(left: Row, right: Row): boolean {
  const sides = new Set([sideOf(left), sideOf(right)])
  return sides.has('pleasant') && sides.has('unpleasant')
}

const sideOf = ({ label }: Row) => (isEmotionLabel(label) ? coreAffectOf(label).valence : undefined)

/** What counts for a stem counts for every row that it reaches, beside what the row itself says. */
function findStemsOver(rows: readonly Row[]): Complaint[] {
  const byStart = Map.groupBy(rows, ({ forms }) => startOf(forms))
  return rows
    .filter(({ term }) => term.includes('*'))
    .flatMap((stem) => (byStart.get(startOf(stem.forms)) ?? []).flatMap((row) => compareToStem(stem, row)))
}

/** Stems are looked up from two letters on. */
const startOf = ([first = '']: readonly string[]) => first.slice(0, 2)

function compareToStem(stem: Row, row: Row): Complaint[] {
  if (stem === row || !reaches(stem, row)) return []
  const about = `${stem.term} (${describe(stem)}) over ${row.term} (${describe(row)})`
  if (isSameSaying(stem, row)) return [{ rule: 'idle', about }]
  return row.reason === '' && areOpposite(stem, row) ? [{ rule: 'shadow', about }] : []
}

function reaches(stem: Row, row: Row): boolean {
  const isReached = (form: string, own: string) =>
    form.endsWith('*') ? own.replace('*', '').startsWith(form.slice(0, -1)) : form === own
  return stem.forms.length === row.forms.length && stem.forms.every((form, at) => isReached(form, row.forms[at] ?? ''))
}

function isSameSaying(left: Row, right: Row): boolean {
  return left.label === right.label && left.weight === right.weight && left.kind === right.kind
}
