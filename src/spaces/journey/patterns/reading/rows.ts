/** Rows of the record as sessions that patterns are read from. Runs in the thread: JSON of many thousand rows takes time. */
import { z } from 'zod'
import { fromJson } from '#std/json'
import { ElementKind } from '../../elements/contract.ts'
import { passagesOf } from '../../elements/passages-of.ts'
import { areOwn, spansOf, traitsOf } from '../../elements/stored-elements.ts'
import type { ReadElement, ReadSession } from './record.ts'

const ElementColumns = z.object({
  id: z.string(),
  session_id: z.string(),
  kind: z.string(),
  key: z.string(),
  label: z.string(),
  proposed_label: z.string(),
  traits: z.string(),
  spans: z.string(),
})
const SessionColumns = z.object({
  id: z.string(),
  date: z.string(),
  title: z.string(),
  valence: z.number().nullable(),
  passages: z.string(),
  words: z.number().nullable(),
})

/** Some sessions with all their elements, as they stand in the tables. */
export const RowPage = z.object({ sessions: z.array(SessionColumns), elements: z.array(ElementColumns) })
export type RowPage = z.infer<typeof RowPage>

const Sentences = z.array(z.object({ start: z.int(), end: z.int() }))

/** Places kept of one element, for quotes; sentences are counted all. */
const mostPlaces = 20

export function readRows({ sessions, elements }: RowPage): ReadSession[] {
  const bySession = Map.groupBy(elements, (row) => row.session_id)
  return sessions.map(({ id, date, title, valence, passages, words }) => {
    const sentences = fromJson(Sentences, passages)
    return {
      id,
      day: date,
      title,
      valence,
      passages: sentences.length,
      paragraphs: paragraphsOf(sentences),
      words,
      elements: (bySession.get(id) ?? []).flatMap((row) => readElement(row, sentences)),
    }
  })
}

type Sentence = z.infer<typeof Sentences>[number]

/** More than one blank between two sentences is an empty line. A paragraph that goes on for long is cut. */
const longestParagraph = 5
const leastBreak = 2

function paragraphsOf(sentences: readonly Sentence[]): number[] {
  let [paragraph, length, end] = [-1, longestParagraph, 0]
  return sentences.map((sentence) => {
    if (length === longestParagraph || sentence.start - end >= leastBreak) [paragraph, length] = [paragraph + 1, 0]
    length += 1
    end = sentence.end
    return paragraph
  })
}

/** None of what is not the person's own. */
function readElement(row: z.infer<typeof ElementColumns>, sentences: readonly Sentence[]): ReadElement[] {
  const { id, label } = row
  const traits = traitsOf(row)
  if (!areOwn(traits)) return []
  const spans = spansOf(row)
  const element = {
    id,
    kind: ElementKind.parse(row.kind),
    // An edit says what it is; it then belongs to whatever is called the same.
    key: label === row.proposed_label ? row.key : label.toLowerCase(),
    label,
    traits,
    passages: [...passagesOf(spans, sentences)].sort((a, b) => a - b),
    places: spans
      .slice(0, mostPlaces)
      .map((span) => ({ ...span, passage: Math.min(...passagesOf([span], sentences), sentences.length) })),
  }
  return [element]
}
