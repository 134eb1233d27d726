/** Patterns of ten thousand sessions through the whole server, which answers meanwhile, against reading the rows alone. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { jobsApi } from '#core/jobs/contract'
import { journeyApi, SessionId } from '../src/spaces/journey/contract.ts'
import type { Member } from '../tests/world/world.ts'
import { createFolder } from './parts/folder.ts'
import { arrive } from './parts/person.ts'
import { writeYears } from './parts/reflections.ts'
import { median, percentile } from './parts/rounds.ts'
import { startServer } from './parts/server.ts'
import type { Result } from './run.ts'

const sessions = 10_000
const rounds = 3

/** The reading begins a while after it was asked for. */
const beforeReading = 4_000
/** Somebody who reads, not a load: on two cores a server that is asked without a pause has none left for the reading. */
const betweenPages = 25

export async function run(): Promise<Result> {
  await using folder = await createFolder()
  await using server = await startServer({ folder: folder.path })
  const person = await arrive(server.address)
  const record = join(folder.path, 'data')
  const some = await writeYears({ folder: record, owner: person.id, sessions })
  const first = await readPatterns(person, some)
  const bare = readBare(record, person.id)
  const again: Reading[] = []
  await server.loopDelay()
  for (let round = 0; round < rounds; round += 1) again.push(await readPatterns(person, some))
  const delay = await server.loopDelay()
  const [seconds, pages] = [median(again.map((one) => one.seconds)), again.flatMap((one) => one.pages)]
  return {
    claim: 'the patterns of 10,000 sessions are read within 5 seconds, and the server answers meanwhile',
    figures: {
      sessions,
      patterns: (await person.client(journeyApi).listPatterns()).patterns.length,
      'first reading, s': first.seconds,
      'reading again, s': seconds,
      'of it ties between elements, s': median(again.map((one) => one.ties)),
      'loop delay p99, ms': delay,
      'pages meanwhile p50, ms': percentile(pages, 0.5),
      'pages meanwhile p99, ms': percentile(pages, 0.99),
      'rows alone, s': bare,
    },
    ratio: seconds / bare,
    reference: 'the time to select the same rows and parse their JSON, in one process that does nothing else',
  }
}

interface Reading {
  seconds: number
  /** Seconds of it for the first step. */
  ties: number
  /** Milliseconds of each page that was asked for meanwhile. */
  pages: number[]
}

/** Changes something, and asks for pages of sessions from when the job begins until it is done. */
async function readPatterns(person: Member, sessionId: SessionId): Promise<Reading> {
  const [journey, jobs] = [person.client(journeyApi), person.client(jobsApi)]
  await journey.updateSession({ sessionId, body: { title: `A day, told at ${performance.now()}` } })
  const { items } = await jobs.listJobs({ query: { state: 'queued' } })
  const [job] = items.filter(({ kind }) => kind === 'journey.refresh-patterns')
  if (!job) throw new Error('No reading was asked for')
  await new Promise((resolve) => setTimeout(resolve, beforeReading))
  const seen = { begun: 0, tied: 0 }
  const pages: number[] = []
  for (;;) {
    const { state, finished } = await jobs.getJob({ jobId: job.id })
    const now = performance.now()
    if (state !== 'queued') seen.begun ||= now
    if (finished.includes('link')) seen.tied ||= now
    if (state === 'failed') throw new Error('The reading failed')
    if (state === 'done') return { seconds: (now - seen.begun) / 1000, ties: (seen.tied - seen.begun) / 1000, pages }
    await journey.listSessions()
    if (seen.begun > 0) pages.push(performance.now() - now)
    await new Promise((resolve) => setTimeout(resolve, betweenPages))
  }
}

/** Seconds to have all rows of a person in memory, once. */
function readBare(folder: string, owner: string): number {
  using record = new DatabaseSync(join(folder, 'cairn.sqlite'), { readOnly: true })
  const started = performance.now()
  let values = 0
  for (const table of ['journey_sessions', 'journey_elements']) {
    const rows = record.prepare(`select * from ${table} where owner = ?`).iterate(owner)
    for (const { passages, traits, spans } of rows) values += parseAll([passages, traits, spans])
  }
  if (values < sessions) throw new Error('Not all was there')
  return (performance.now() - started) / 1000
}

/** Answers how many values the texts held. */
function parseAll(columns: readonly unknown[]): number {
  const values = columns.map((json): unknown => JSON.parse(typeof json === 'string' ? json : 'null'))
  return values.filter((value) => value !== null).length
}
