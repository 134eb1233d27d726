/** Finds what a text is about: weighted lexicon hits, summed per leaf of the topic tree over the whole text. */
import type { PersonalLexicon, Span, TopicFinding } from '../findings.ts'
import { mergeSpans, roundScore, spanOf } from '../text/spans.ts'
import { readLexicon } from '../text/lexicon.ts'
import { createOwnWords } from '../text/own-words.ts'
import { createPhraseBook } from '../text/phrase-book.ts'
import type { Word } from '../text/words.ts'
import { domainOf, isCompany, isMatter } from './names.ts'

interface TopicEntry {
  readonly label: string
  readonly domain: string
  readonly weight: number
}

export interface TopicHit extends TopicEntry {
  readonly span: Span
  /** It stands in a question. */
  readonly isAsked: boolean
}

export interface TopicReader {
  knows(form: string): boolean
  read(text: string, words: readonly Word[], own?: PersonalLexicon): TopicHit[]
}

/** Evidence below this sum is too thin to call a topic; the sum that halves what is missing to certainty is `half`. */
const threshold = 0.45
const half = 2
/** What a word said again counts of what it counted before. */
const echo = 0.7
/** People open with what they are about, and a question asks for what they want to know. */
const lead = 2
const asked = 1.5
/** Evidence that names a matter, and what is left of who was there beside it. */
const matterNamed = 1
const background = 0.8

export function createTopicReader(): TopicReader {
  const book = createPhraseBook(readTopicRows())
  const readOwn = createOwnWords<TopicEntry>({
    kind: 'topic',
    lexicon: 'stays',
    rowsOf: ({ topics }) => topics.map(({ term, ...entry }) => ({ term, entry })),
  })
  return {
    knows: (form) => book.knows(form),
    read: (text, words, lexicon) => {
      const forms = words.map((word) => word.form)
      const found = book.find(forms)
      const isAsked = forms.includes('?')
      return (readOwn(lexicon)?.apply(forms, found) ?? found).flatMap((match) => {
        const span = spanOf(text, words, match)
        return span ? keepFirst(match.entries).map((entry) => ({ ...entry, span, isAsked })) : []
      })
    },
  }
}

/** The most exact entry of each topic; nothing where the most exact entry says that the words mean nothing. */
function keepFirst(entries: readonly (TopicEntry | undefined)[]): TopicEntry[] {
  if (entries[0] === undefined) return []
  const firsts = new Map<string, TopicEntry>()
  for (const entry of entries) {
    if (entry && !firsts.has(entry.label)) firsts.set(entry.label, entry)
  }
  return [...firsts.values()]
}

/** Rows of the topic `none` keep their words from meaning anything else. */
function readTopicRows(): { term: string; entry: TopicEntry | undefined }[] {
  return readLexicon('topics').map(([label = '', term = '', weight = '']) => ({
    term,
    entry: label === 'none' ? undefined : { label, domain: findDomain(label), weight: Number(weight) },
  }))
}

function findDomain(label: string): string {
  const domain = domainOf(label)
  if (domain === undefined) throw new Error(`The topic lexicon names an unknown topic: ${label}.`)
  return domain
}

interface Evidence {
  readonly label: string
  readonly hits: readonly TopicHit[]
  readonly sum: number
}

/** Ranks the leaves whose evidence is strong enough; the first passage counts as the opening. */
export function nameTopics([opening = [], ...rest]: readonly (readonly TopicHit[])[]): TopicFinding[] {
  const weighed = [
    ...opening.map((hit) => ({ ...hit, weight: hit.weight * lead })),
    ...rest.flat().map((hit) => ({ ...hit, weight: hit.weight * (hit.isAsked ? asked : 1) })),
  ]
  const evidence = [...Map.groupBy(weighed, (hit) => hit.label)]
    .map(([label, hits]) => ({ label, hits, sum: sumEvidence(hits) }))
    .filter(({ sum }) => sum >= threshold)
  const hasMatter = evidence.some(({ label, sum }) => isMatter(label) && sum >= matterNamed)
  return evidence
    .map((found) => (hasMatter && isCompany(found.label) ? { ...found, sum: found.sum * background } : found))
    .flatMap(describeTopic)
    .sort(compareTopics)
}

function describeTopic({ label, hits, sum }: Evidence): TopicFinding[] {
  const domain = hits[0]?.domain
  if (domain === undefined) return []
  return [{ label, domain, score: roundScore(1 - 0.5 ** (sum / half)), spans: mergeSpans(hits.map((hit) => hit.span)) }]
}

/** A word said again is less news each time: its second mention counts `echo`, the third the square of it. */
function sumEvidence(hits: readonly TopicHit[]): number {
  const said = new Map<string, number>()
  let sum = 0
  for (const hit of hits) {
    const word = hit.span.quote.toLowerCase()
    const times = said.get(word) ?? 0
    said.set(word, times + 1)
    sum += hit.weight * echo ** times
  }
  return sum
}

function compareTopics(left: TopicFinding, right: TopicFinding): number {
  return right.score - left.score || (left.label < right.label ? -1 : 1)
}
