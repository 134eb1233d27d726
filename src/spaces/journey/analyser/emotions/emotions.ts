/**
 * Finds emotions in passages: lexicon hits, each read in its context, are added up per class and passage; a class that
 * passes its threshold somewhere is named by the labels its words stand for.
 */
import { type Frame, readClauses } from '../clause/clause.ts'
import type { Ekman, EmotionFinding, Experiencer, PersonalLexicon, Span, Tense } from '../findings.ts'
import { createOwnWords } from '../text/own-words.ts'
import { mergeSpans, roundScore, spanOf } from '../text/spans.ts'
import { type PhraseBook, createPhraseBook } from '../text/phrase-book.ts'
import type { Word } from '../text/words.ts'
import { coreAffectOf } from './core-affect.ts'
import { type EmotionEntry, type EntryMatch, readEmotionRows } from './entries.ts'
import type { EmotionClass, EmotionLabel } from './names.ts'
import { classOf, ekmanThresholds, emotionClasses, familyOf, isEmotionLabel, negatedClasses } from './names.ts'

export interface EmotionHit {
  readonly label: EmotionLabel
  readonly weight: number
  readonly experiencer: Experiencer
  readonly negated: boolean
  readonly isEvent: boolean
  readonly tense: Tense
  readonly span: Span
}

export interface EmotionReader {
  knows(form: string): boolean
  read(text: string, words: readonly Word[], own?: PersonalLexicon): EmotionHit[]
}

/** Terms may ask for the start of a sentence: "^ no" is an answer, "no" is not. */
const sentenceStart = '^'
const longestOpening = 4

export function createEmotionReader(): EmotionReader {
  const book = createPhraseBook(readEmotionRows())
  const readOwn = createOwnWords<EmotionEntry>({ kind: 'emotion', lexicon: 'gives way', rowsOf: readOwnRows })
  return {
    knows: (form) => book.knows(form),
    read(text, words, lexicon) {
      const forms = words.map((word) => word.form)
      const matches = findEntries(book, forms)
      return readHits(text, words, readOwn(lexicon)?.apply(forms, matches) ?? matches)
    },
  }
}

/** A label that is not in the tree is passed over. */
function readOwnRows({ emotions }: PersonalLexicon): { term: string; entry: EmotionEntry }[] {
  return emotions.flatMap(({ label, term, weight }) =>
    isEmotionLabel(label) ? [{ term, entry: { label, weight, kind: 'feeling' as const } }] : [],
  )
}

/** Finds the phrases; one that stands only at the start of a sentence gives way to a longer one that starts there. */
function findEntries(book: PhraseBook<EmotionEntry | undefined>, forms: readonly string[]): EntryMatch[] {
  const matches = book.find(forms)
  const [anchored] = book.find([sentenceStart, ...forms.slice(0, longestOpening)])
  if (anchored?.from !== 0) return matches
  const first = matches[0]
  const isLonger = first?.from === 0 && first.to >= anchored.to
  if (isLonger) return matches
  return [
    { from: 0, to: anchored.to - 1, entries: anchored.entries },
    ...matches.filter(({ from }) => from >= anchored.to - 1),
  ]
}

function readHits(text: string, words: readonly Word[], matches: readonly EntryMatch[]): EmotionHit[] {
  if (matches.length === 0) return []
  const readFrame = readClauses(text, words)
  const isAsked = words.some(({ form }) => form === '?')
  return matches.flatMap((match) => {
    const span = spanOf(text, words, match)
    if (!span) return []
    const frame = readFrame(match)
    const entries = keepFirst(match.entries).filter(({ kind }) => kind !== 'question' || isAsked)
    return entries.flatMap((entry) => weighEntry(entry, frame, span))
  })
}

/** The most exact entry of each class; nothing where the most exact entry says that the words mean nothing. */
function keepFirst(entries: readonly (EmotionEntry | undefined)[]): EmotionEntry[] {
  if (entries[0] === undefined) return []
  const firsts = new Map<EmotionClass, EmotionEntry>()
  for (const entry of entries) {
    if (entry && !firsts.has(classOf(entry.label))) firsts.set(classOf(entry.label), entry)
  }
  return [...firsts.values()]
}

function weighEntry(entry: EmotionEntry, { strength, ...frame }: Frame, span: Span): EmotionHit[] {
  const hit = { ...frame, label: entry.label, isEvent: entry.kind === 'event', weight: entry.weight * strength, span }
  const opposite = frame.negated ? negatedClasses[classOf(entry.label)] : undefined
  if (!opposite) return [hit]
  const [name, share] = opposite
  return [hit, { ...hit, label: emotionClasses[name].label, weight: hit.weight * share, negated: false }]
}

const firstPerson = /\b(?:I|i|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|us|[Oo]ur)\b/gu
const secondPerson = /\b(?:you|your|u)\b/giu

/** What happened moves whoever tells of it as their own: in texts that speak of "you" more than of "me" it does not. */
export function isToldByOneself(text: string): boolean {
  return countMatches(text, firstPerson) > countMatches(text, secondPerson)
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** A hit that counts. `isSpecific` when its GoEmotions class passed its own threshold in the passage. */
interface PresentHit extends EmotionHit {
  readonly isSpecific: boolean
}

/** Sums hits of all passages up to findings; `passages` holds the hits of each passage. */
export function nameEmotions(passages: readonly (readonly EmotionHit[])[]): EmotionFinding[] {
  const present = passages.flatMap((hits) => [
    ...keepPresent(hits.filter((hit) => !hit.negated)),
    ...keepPresent(hits.filter((hit) => hit.negated)),
  ])
  const groups = Map.groupBy(present, (hit) => `${hit.label} ${hit.experiencer} ${hit.negated}`)
  return [...groups.values()].flatMap(describeGroup).sort(compareFindings)
}

/** The weight of what is said as strongly as can be. */
const strongest = 1.5

/** Evidence for one label that names it where its Ekman emotion shows, though its class stays below its threshold. */
const labelThreshold = 0.4

/** Keeps the hits of the Ekman emotions that are shown here, of their strongest class and of every class that passes. */
function keepPresent(hits: readonly EmotionHit[]): PresentHit[] {
  const classSums = sumWeights(hits, (hit) => classOf(hit.label))
  const ekmanSums = sumWeights(hits, (hit) => ekmanOf(hit))
  const labelSums = sumWeights(hits, (hit) => hit.label)
  const strongest = new Map<Ekman, number>()
  for (const [name, sum] of classSums) {
    const { ekman } = emotionClasses[name]
    strongest.set(ekman, Math.max(strongest.get(ekman) ?? 0, sum))
  }
  return hits.flatMap((hit) => {
    const ekman = ekmanOf(hit)
    const sum = classSums.get(classOf(hit.label)) ?? 0
    const isSpecific = sum >= emotionClasses[classOf(hit.label)].threshold
    const isShown = (ekmanSums.get(ekman) ?? 0) >= ekmanThresholds[ekman]
    const isNamed = isSpecific || sum === strongest.get(ekman) || (labelSums.get(hit.label) ?? 0) >= labelThreshold
    return isShown && isNamed ? [{ ...hit, isSpecific }] : []
  })
}

function ekmanOf(hit: EmotionHit): Ekman {
  return emotionClasses[classOf(hit.label)].ekman
}

function sumWeights<Key>(hits: readonly EmotionHit[], keyOf: (hit: EmotionHit) => Key): Map<Key, number> {
  const sums = new Map<Key, number>()
  for (const hit of hits) sums.set(keyOf(hit), (sums.get(keyOf(hit)) ?? 0) + hit.weight)
  return sums
}

/** `goemotions` stays empty where the evidence is pleasant, sad, … but no more specific than that. */
function describeGroup(hits: readonly PresentHit[]): EmotionFinding[] {
  const first = hits[0]
  if (!first) return []
  const sum = hits.reduce((total, hit) => total + hit.weight, 0)
  return [
    {
      label: first.label,
      family: familyOf(first.label),
      ekman: ekmanOf(first),
      affect: coreAffectOf(first.label),
      goemotions: hits.some((hit) => hit.isSpecific) ? [classOf(first.label)] : [],
      score: roundScore(1 - Math.exp(-sum)),
      experiencer: first.experiencer,
      negated: first.negated,
      tense: mainTense(hits),
      intensity: roundScore(hits.reduce((most, { weight }) => Math.max(most, weight), 0) / strongest),
      spans: mergeSpans(hits.map((hit) => hit.span)),
    },
  ]
}

/** The tense that most of the evidence is in; of equals the one that was read first. */
function mainTense(hits: readonly PresentHit[]): Tense {
  const sums = [...sumWeights(hits, ({ tense }) => tense)]
  return sums.reduce((best, next) => (next[1] > best[1] ? next : best), ['now', 0])[0]
}

function compareFindings(left: EmotionFinding, right: EmotionFinding): number {
  return (
    Number(left.negated) - Number(right.negated) ||
    right.score - left.score ||
    (left.label < right.label ? -1 : left.label > right.label ? 1 : 0) ||
    (left.experiencer < right.experiencer ? 1 : -1)
  )
}
