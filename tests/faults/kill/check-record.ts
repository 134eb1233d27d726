/** Looks into the record and the files themselves, after the server has stopped. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createAnalyser } from '../../../src/spaces/journey/analyser/analyser.ts'
import { boundAnalysis } from '../../../src/spaces/journey/analysis/bound-analysis.ts'
import { findingsOf } from '../../../src/spaces/journey/analysis/store-analysis.ts'
import type { RecordReader } from './record.ts'

export async function checkRecord(record: RecordReader, folder: string): Promise<string[]> {
  return [
    ...(record.engine === 'sqlite' ? await checkSqlite(record) : await countNever(record, neverOnPostgres)),
    ...(await countNever(record, never)),
    ...(await checkFiles(record, join(folder, 'files'))),
    ...(await checkElements(record)),
  ]
}

async function checkSqlite(record: RecordReader) {
  const integrity = await record.rows('pragma integrity_check')
  const foreign = await record.rows('pragma foreign_key_check')
  return [
    ...(JSON.stringify(integrity) === '[{"integrity_check":"ok"}]' ? [] : [`integrity: ${JSON.stringify(integrity)}`]),
    ...(foreign.length === 0 ? [] : [`${foreign.length} rows refer to nothing`]),
  ]
}

/** Each counts what must not be there. */
const never: Record<string, string> = {
  'jobs are not done': `select count(*) as n from jobs where state <> 'done'`,
  'jobs were done twice': `select count(*) as n from (select entity from events where type = 'jobs.job-changed'
    and payload like '%"state":"done"%' group by entity having count(*) > 1) as twice`,
  'notifications are doubled': `select count(*) as n from (
    select 1 from notifications group by owner, position having count(*) > 1) as doubled`,
  'consumers of the log are stuck': 'select count(*) as n from event_consumers where failures > 0',
  'elements are doubled': `select count(*) as n from (
    select 1 from journey_elements group by session_id, kind, key having count(*) > 1) as doubled`,
  'living sessions are not in the index': `select count(*) as n from journey_sessions as s where deleted_at is null
    and not exists (select 1 from search_documents as d where d.id = s.id)`,
  'documents of the index stand for nothing': `select count(*) as n from search_documents as d
    where not exists (select 1 from journey_sessions as s where d.id = s.id and deleted_at is null)
    and not exists (select 1 from journey_actions as a where d.id = a.id)`,
  'rows of the index have no document': `select count(*) as n from search_index as i
    where not exists (select 1 from search_documents as d where d.number = i.rowid)`,
  'sessions are not in the graph once': `select count(*) as n from journey_sessions as s where
    (case when deleted_at is null then 1 else 0 end) <> (select count(*) from graph_nodes as g where g.id = 'session:' || s.id)`,
  'nodes of the graph hang on nothing': `select count(*) as n from graph_nodes as g where not exists (
    select 1 from graph_edges as e where e.owner = g.owner and (e.source = g.id or e.target = g.id))`,
  'contents are out of order': `select count(*) as n from (select 1 from journey_contents
    group by session_id having max(ordinal) + 1 <> count(*)) as broken`,
  'transcripts count other than their parts': `select count(*) as n from journey_transcripts as t
    where revision <> (select count(*) from journey_contents as c where c.session_id = t.session_id)`,
  'sessions were read in an older state': `select count(*) as n from journey_sessions as s
    join journey_transcripts as t on t.session_id = s.id
    where deleted_at is null and analysed_revision is distinct from t.revision`,
}

const neverOnPostgres: Record<string, string> = {
  'events have no place': 'select count(*) as n from events where position is null',
  'places of the log are left out': 'select max(position) - count(*) as n from events',
  'documents have no words': `select count(*) as n from search_documents as d
    where not exists (select 1 from search_parts as p where p.number = d.number)`,
}

async function countNever(record: RecordReader, list: Record<string, string>) {
  const violations: string[] = []
  for (const [words, sql] of Object.entries(list)) {
    const [counted] = await record.rows(sql)
    const count = Number(counted?.n)
    if (count !== 0) violations.push(`${count} ${words}`)
  }
  return violations
}

const Files = z.array(z.object({ id: z.string(), hash: z.string() }))

async function checkFiles(record: RecordReader, folder: string) {
  return Files.parse(await record.rows('select id, hash from files'))
    .filter(({ id, hash }) => hashOf(join(folder, id.slice(-2), id)) !== hash)
    .map(({ id }) => `file ${id} is damaged`)
}

function hashOf(path: string) {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return 'missing'
  }
}

const Sessions = z.array(z.object({ id: z.string(), owner: z.string(), title: z.string(), text: z.string() }))
const Elements = z.array(z.object({ session: z.string(), kind: z.string(), key: z.string(), status: z.string() }))
const Silenced = z.array(
  z.object({ owner: z.string(), kind: z.enum(['emotion', 'topic']), label: z.string(), term: z.string() }),
)

/**
 * What stands there is what an undisturbed analysis finds, with what the person taught by rejecting the same words again
 * and again, and beside it only what they decided about.
 */
async function checkElements(record: RecordReader) {
  const analyser = createAnalyser()
  const sessions = await record.rows(`select s.id, s.owner, s.title, t.text from journey_sessions as s
    join journey_transcripts as t on t.session_id = s.id where deleted_at is null`)
  const rows = await record.rows('select session_id as session, kind, key, status from journey_elements')
  const elements = Map.groupBy(Elements.parse(rows), ({ session }) => session)
  const silenced = await readSilenced(record)
  return Sessions.parse(sessions).flatMap(({ id, owner, title, text }) => {
    const lexicon = { topics: [], emotions: [], silenced: silenced.get(owner) ?? [] }
    const analysis = boundAnalysis(analyser.analyse(text, { lexicon }))
    const wanted = new Set(findingsOf(analysis).map(({ kind, key }) => `${kind} ${key}`))
    const stored = elements.get(id) ?? []
    const names = new Set(stored.map(({ kind, key }) => `${kind} ${key}`))
    const extra = stored.filter(({ kind, key, status }) => status === 'proposed' && !wanted.has(`${kind} ${key}`))
    const missing = [...wanted.difference(names)]
    if (missing.length + extra.length === 0) return []
    const tooMany = extra.map(({ kind, key }) => `${kind} ${key}`)
    return [`${title} misses ${JSON.stringify(missing)} and has ${JSON.stringify(tooMany)} too many`]
  })
}

async function readSilenced(record: RecordReader) {
  const rows = await record.rows(`select owner, kind, label, term from journey_own_words where sense = 'not'`)
  const words = Silenced.parse(rows).map(({ owner, kind, label, term }) => ({
    owner,
    word: { kind, term, ...(label !== '' && { label }) },
  }))
  return new Map(
    [...Map.groupBy(words, ({ owner }) => owner)].map(([owner, list]) => [owner, list.map(({ word }) => word)]),
  )
}
