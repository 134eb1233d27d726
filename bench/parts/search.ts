/** Search over many texts of one person through the whole server, against a scan of the same texts in the same record. */
import { sql } from 'kysely'
import { openDatabase, type Reader } from '#core/db'
import { createLog } from '#core/observability'
import { searchApi } from '#core/search/contract'
import { chunksOf } from '#std/list'
import { eventually } from '../../tests/world/eventually.ts'
import { notesApi } from '../../tests/world/notes-contract.ts'
import type { Member } from '../../tests/world/world.ts'
import { createFolder } from './folder.ts'
import { arrive } from './person.ts'
import { percentile } from './rounds.ts'
import { startServer } from './server.ts'
import { createTexts, type Texts } from './texts.ts'

export interface Latencies {
  search: number[]
  scan: number[]
}

const documents = 10_000
const writtenAtOnce = 4
const questions = 200
const last = 'lastofall'
/** Milliseconds for the index to catch up with what was written. */
const longestIndexing = 300_000

/** Milliseconds of each question, asked in turn of the search and of the scan. `url` is empty for SQLite. */
export async function measureSearch(url: string): Promise<Latencies> {
  await using folder = await createFolder()
  await using server = await startServer({ folder: folder.path, url })
  const person = await arrive(server.address)
  const texts = createTexts(1)
  await write(person, texts)
  const db = await openDatabase({ folder: `${folder.path}/data`, url, log: createLog({ level: 'warn' }) })
  const { search } = person.client(searchApi)
  const latencies: Latencies = { search: [], scan: [] }
  for (const word of ask(texts)) {
    latencies.search.push(await timed(() => search({ query: { q: word } })))
    latencies.scan.push(await timed(() => scan(db.read, person.id, word)))
  }
  await db.close()
  return latencies
}

/** Resolves when all can be found. */
async function write(person: Member, texts: Texts) {
  const notes = person.client(notesApi)
  const numbers = Array.from({ length: documents }, (_, number) => number)
  for (const part of chunksOf(numbers, writtenAtOnce)) {
    await Promise.all(part.map((number) => notes.writeNote({ body: { title: `Note ${number}`, text: texts.write() } })))
  }
  await notes.writeNote({ body: { title: last } })
  await eventually(
    () => person.client(searchApi).search({ query: { q: last } }),
    ({ items }) => items.length > 0,
    longestIndexing,
  )
}

/** Words from the commonest to the rarest, evenly on the scale of their ranks. */
const ask = ({ words }: Texts) =>
  Array.from({ length: questions }, (_, i) => words[Math.floor(words.length ** (i / questions)) - 1] ?? '')

async function timed(work: () => Promise<unknown>) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const scan = (reader: Reader, owner: string, word: string) =>
  sql`select id, title, text from notes where owner = ${owner} and text like ${`%${word}%`} order by title limit 25`.execute(
    reader,
  )

export const figuresOf = ({ search, scan }: Latencies) => ({
  documents,
  'search p50, ms': percentile(search, 0.5),
  'search p95, ms': percentile(search, 0.95),
  'scan p50, ms': percentile(scan, 0.5),
  'scan p95, ms': percentile(scan, 0.95),
})
