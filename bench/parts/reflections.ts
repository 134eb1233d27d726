/** Years of sessions of one person, put into the record beside an idle server, as analyses would have left them. */
import { openDatabase, type Db } from '#core/db'
import { createLog } from '#core/observability'
import { day } from '#std/duration'
import { toJson } from '#std/json'
import { chunksOf } from '#std/list'
import { createAnalyser } from '../../src/spaces/journey/analyser/analyser.ts'
import type { Analysis } from '../../src/spaces/journey/analyser/findings.ts'
import { findingsOf } from '../../src/spaces/journey/analysis/store-analysis.ts'
import { countWords } from '../../src/spaces/journey/contents/word-count.ts'
import { SessionId } from '../../src/spaces/journey/contract.ts'
import { readReflections } from '../../src/spaces/journey/sample/reflections.ts'
import { journeyTables, type ElementRow } from '../../src/spaces/journey/schema.ts'
import { createChance } from '../../tests/world/chance.ts'

/** Texts that are analysed for real; sessions share them in turn. */
const texts = 400
const sentencesOfText = 10
const rowsAtOnce = 100
const firstDay = Date.UTC(1998, 0, 1)

interface Years {
  folder: string
  owner: string
  sessions: number
}

/** A session a day, each another mixture of the sentences of the sample person. Answers the id of one. */
export async function writeYears({ folder, owner, sessions }: Years): Promise<SessionId> {
  const read = analyseTexts()
  const db = await openDatabase({ folder, log: createLog({ level: 'warn' }) })
  const numbers = Array.from({ length: sessions }, (_, number) => number)
  for (const part of chunksOf(numbers, rowsAtOnce)) await writeSessions(db, { owner, numbers: part, read })
  await db.close()
  return SessionId.parse(idOf(0, 0))
}

interface Read {
  text: string
  analysis: Analysis
}

function analyseTexts(): Read[] {
  const sentences = readReflections().flatMap(({ text }) => text.split(/(?<=[.!?])\s+/))
  const { pick } = createChance(1)
  const analyser = createAnalyser({ hints: 'left-out' })
  return Array.from({ length: texts }, () => {
    const text = Array.from({ length: sentencesOfText }, () => pick(sentences)).join(' ')
    return { text, analysis: analyser.analyse(text) }
  })
}

interface Part {
  owner: string
  numbers: readonly number[]
  read: readonly Read[]
}

async function writeSessions(db: Db, { owner, numbers, read }: Part) {
  const sessions = numbers.flatMap((number) => {
    const one = read[number % read.length]
    return one ? [{ ...one, number, id: idOf(number, 0), at: firstDay + number * day }] : []
  })
  const elements = sessions.flatMap(({ number, id, at, analysis }) =>
    findingsOf(analysis).map(({ label, traits, spans, ...finding }, place): ElementRow => ({
      ...finding,
      id: idOf(number, place + 1),
      session_id: id,
      owner,
      label,
      proposed_label: label,
      traits: toJson(traits),
      status: 'proposed',
      analyser: 'offline',
      place: spans[0]?.start ?? 0,
      spans: toJson(spans),
      created_at: at,
      updated_at: at,
    })),
  )
  await db.write(async (tx) => {
    await journeyTables(tx)
      .insertInto('journey_sessions')
      .values(sessions.map((one) => rowOf(owner, one)))
      .execute()
    for (const rows of chunksOf(elements, rowsAtOnce)) {
      await journeyTables(tx).insertInto('journey_elements').values(rows).execute()
    }
  })
}

const rowOf = (
  owner: string,
  { id, number, at, text, analysis }: Read & { id: string; number: number; at: number },
) => ({
  id,
  owner,
  title: `Day ${number + 1}`,
  date: new Date(at).toISOString().slice(0, 10),
  description: '',
  client_name: '',
  professional_name: '',
  created_at: at,
  updated_at: at,
  language: analysis.language,
  is_analysed: 1,
  valence: analysis.valence,
  analysed_revision: 1,
  passages: toJson(analysis.passages),
  words: countWords(text),
  is_sample: 0,
})

const idOf = (session: number, element: number) =>
  `00000000-0000-7000-8000-${(session * 1000 + element).toString(16).padStart(12, '0')}`
