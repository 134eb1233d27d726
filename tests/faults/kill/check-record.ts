/** Looks into the record and the files themselves, after the server has stopped. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { createAnalyser } from '../../../src/spaces/journey/analyser/analyser.ts'
import { boundAnalysis } from '../../../src/spaces/journey/analysis/bound-analysis.ts'
import { findingsOf } from '../../../src/spaces/journey/analysis/store-analysis.ts'

export function checkRecord(folder: string): string[] {
  using record = new DatabaseSync(join(folder, 'cairn.sqlite'), { readOnly: true })
  return [
    ...checkEngine(record),
    ...checkNothingLeft(record),
    ...checkFiles(record, join(folder, 'files')),
    ...checkElements(record),
  ]
}

function checkEngine(record: DatabaseSync) {
  const integrity = record.prepare('pragma integrity_check').all()
  const foreign = record.prepare('pragma foreign_key_check').all()
  return [
    ...(JSON.stringify(integrity) === '[{"integrity_check":"ok"}]' ? [] : [`integrity: ${JSON.stringify(integrity)}`]),
    ...(foreign.length === 0 ? [] : [`${foreign.length} rows refer to nothing`]),
  ]
}

/** Each counts what must not be there. */
const never: Record<string, string> = {
  'jobs are not done': `select count(*) as n from jobs where state <> 'done'`,
  'elements are doubled': `select count(*) as n from (
    select 1 from journey_elements group by session_id, kind, key having count(*) > 1)`,
  'living sessions are not in the index': `select count(*) as n from journey_sessions as s where deleted_at is null
    and not exists (select 1 from search_documents as d where d.id = s.id)`,
  'documents of the index stand for nothing': `select count(*) as n from search_documents as d
    where not exists (select 1 from journey_sessions as s where d.id = s.id and deleted_at is null)`,
  'rows of the index have no document': `select count(*) as n from search_index as i
    where not exists (select 1 from search_documents as d where d.number = i.rowid)`,
  'sessions are not in the graph once': `select count(*) as n from journey_sessions as s where
    (deleted_at is null) <> (select count(*) from graph_nodes as g where g.id = 'session:' || s.id)`,
  'nodes of the graph hang on nothing': `select count(*) as n from graph_nodes as g where not exists (
    select 1 from graph_edges as e where e.owner = g.owner and (e.source = g.id or e.target = g.id))`,
  'contents are out of order': `select count(*) as n from (select 1 from journey_contents
    group by session_id having max(ordinal) + 1 <> count(*))`,
  'transcripts count other than their parts': `select count(*) as n from journey_transcripts as t
    where revision <> (select count(*) from journey_contents as c where c.session_id = t.session_id)`,
  'sessions were read in an older state': `select count(*) as n from journey_sessions as s
    join journey_transcripts as t on t.session_id = s.id
    where deleted_at is null and analysed_revision is not t.revision`,
}

function checkNothingLeft(record: DatabaseSync) {
  return Object.entries(never).flatMap(([words, sql]) => {
    const count = Number(record.prepare(sql).get()?.n)
    return count === 0 ? [] : [`${count} ${words}`]
  })
}

const Files = z.array(z.object({ id: z.string(), hash: z.string() }))

function checkFiles(record: DatabaseSync, folder: string) {
  const rows = Files.parse(record.prepare('select id, hash from files').all())
  return rows
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

const Sessions = z.array(z.object({ id: z.string(), title: z.string(), text: z.string() }))
const Elements = z.array(z.object({ kind: z.string(), key: z.string(), status: z.string() }))

/** What stands there is what an undisturbed analysis finds, and beside it only what a person decided about. */
function checkElements(record: DatabaseSync) {
  const analyser = createAnalyser()
  const sessions = record.prepare(`select s.id, s.title, t.text from journey_sessions as s
    join journey_transcripts as t on t.session_id = s.id where deleted_at is null`)
  const elements = record.prepare('select kind, key, status from journey_elements where session_id = ?')
  return Sessions.parse(sessions.all()).flatMap(({ id, title, text }) => {
    const wanted = new Set(findingsOf(boundAnalysis(analyser.analyse(text))).map(({ kind, key }) => `${kind} ${key}`))
    const stored = Elements.parse(elements.all(id))
    const names = new Set(stored.map(({ kind, key }) => `${kind} ${key}`))
    const extra = stored.filter(({ kind, key, status }) => status === 'proposed' && !wanted.has(`${kind} ${key}`))
    const missing = wanted.difference(names).size
    return missing + extra.length === 0 ? [] : [`${title} misses ${missing} elements and has ${extra.length} too many`]
  })
}
