/** What the pictures are drawn from: the newest sessions of a range, read when they are asked for. */
import type { Reader } from '#core/db'
import { SessionId } from '../elements/contract.ts'
import { readQuoteSources } from '../elements/quote-sources.ts'
import type { MatrixCell, PatternPictures, PictureSession } from './contract.ts'
import { countPassages, layOut, type Reading } from './finding/reading.ts'
import { rounded } from './finding/drafting.ts'
import {
  countable,
  countAllPassages,
  countTogether,
  expectedOf,
  quotesOfPair,
  type Counted,
} from './finding/together.ts'
import { withSentences } from './finding/with-sentences.ts'
import { readPages, type Range } from './reading/read-record.ts'
import type { ReadSession } from './reading/record.ts'
import { readRows } from './reading/rows.ts'

/** The limits stand in docs/limits.md. */
const mostSessions = 500
const mostTopics = 20
const mostTopicsOfSession = 10
const mostEvidence = 5

export async function readPictures(reader: Reader, range: Range): Promise<PatternPictures> {
  const read: ReadSession[] = []
  for await (const page of readPages(reader, range)) {
    read.push(...readRows(page))
    if (read.length > mostSessions) break
    await nextTurn()
  }
  const sessions = read.slice(0, mostSessions)
  const reading = layOut({ sessions, actions: [], links: [], today: sessions[0]?.day ?? '' })
  return {
    sessions: reading.sessions.map((session, i) => pictureOf(reading, session, i)),
    matrix: await quoted(reader, matrixOf(reading)),
    isCut: read.length > mostSessions,
  }
}

/** On SQLite a query is no wait, so others are let in between two pages. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

function pictureOf(
  { families, topics }: Reading,
  { id, day, title, valence, passages }: ReadSession,
  i: number,
): PictureSession {
  const weights = families.map((track) => ({ label: track.subject.label, size: countPassages(track, i) }))
  const about = topics.map((track) => ({ label: track.subject.label, size: countPassages(track, i) }))
  return {
    sessionId: SessionId.parse(id),
    day,
    title,
    valence,
    families: Object.fromEntries(
      weights.filter(({ size }) => size > 0).map(({ label, size }) => [label, rounded(size / Math.max(passages, 1))]),
    ),
    topics: about
      .filter(({ size }) => size > 0)
      .toSorted((a, b) => b.size - a.size)
      .slice(0, mostTopicsOfSession)
      .map(({ label }) => label),
  }
}

async function quoted(reader: Reader, cells: MatrixCell[]): Promise<MatrixCell[]> {
  const ids = new Set(cells.flatMap(({ evidence }) => evidence.map(({ sessionId }) => sessionId)))
  let told = cells
  for await (const page of readQuoteSources(reader, [...ids])) told = withSentences(told, page)
  return told
}

function matrixOf(reading: Reading): MatrixCell[] {
  const all = countAllPassages(reading)
  const usual = (tracks: Counted[]) => tracks.toSorted((a, b) => b.total - a.total)
  const topics = usual(countable(reading.topics, 1, reading)).slice(0, mostTopics)
  const families = usual(countable(reading.families, 1, reading))
  return topics.flatMap((topic) =>
    families.flatMap((family) => {
      const pair = countTogether(all, topic, family)
      if (pair.whole.both === 0) return []
      return [
        {
          topic: topic.track.subject.label,
          family: family.track.subject.label,
          passages: pair.whole.both,
          expected: rounded(expectedOf(pair.whole)),
          evidence: quotesOfPair(reading, pair).slice(0, mostEvidence),
        },
      ]
    }),
  )
}
