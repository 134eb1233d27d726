/**
 * Takes sessions that travelled into the record. Each is one write, whole or not at all. Its id and those of what is in
 * it are kept where they are free; where they are somebody else's, others follow from them and from the person, so that
 * the same archive brings the same ids every time, and nothing twice.
 */
import { toJson, type Reader, type Tx } from '#core/db'
import type { StoredBytes } from '#core/files'
import { chunksOf } from '#std/list'
import type { Core } from '../../../core/core.ts'
import { queueAnalysis } from '../analysis/queue-analysis.ts'
import { countWords } from '../contents/word-count.ts'
import { journeyTables } from '../schema.ts'
import { tell } from '../sessions/sessions.ts'
import { idFrom } from './formats/words.ts'
import type { PortableContent, PortableElement, PortableSession } from './portable.ts'

/** The ids under which a session of this archive may be there. */
const idsOf = (owner: string, { id }: PortableSession) => [id, idOfPerson(owner, id)]

/** Another id that is always the same for this person. It keeps the moment, so that it sorts as before. */
function idOfPerson(owner: string, id: string) {
  const moment = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
  return idFrom(moment, `${owner} ${id}`)
}

/** Whether the person has it already, in the bin too. */
export async function isKnown(reader: Reader, owner: string, session: PortableSession): Promise<boolean> {
  const query = journeyTables(reader).selectFrom('journey_sessions').select('id').where('owner', '=', owner)
  return (await query.where('id', 'in', idsOf(owner, session)).executeTakeFirst()) !== undefined
}

export interface Admission {
  owner: string
  /** `job:` and its id. */
  actor: string
  session: PortableSession
  /** Stored bytes by content. */
  files: ReadonlyMap<string, StoredBytes>
}

/** False when the person has it already; then nothing is written. */
export async function admitSession(core: Core, tx: Tx, admission: Admission): Promise<boolean> {
  const { owner, actor, session } = admission
  if (await isKnown(tx, owner, session)) return false
  const rename = await renaming(tx, owner, session)
  const id = rename(session.id)
  await insertSession(tx, { id, owner, session })
  await insertContents(core, tx, { admission, id, rename })
  await insertElements(tx, { id, owner, elements: session.elements, rename })
  await tell(core, tx, { owner, id, actor, name: 'journey.session-imported' })
  const { transcript, analysedRevision } = session
  if (transcript && analysedRevision !== transcript.revision) {
    await queueAnalysis(core, tx, { owner, id, revision: transcript.revision })
  }
  return true
}

type Rename = (id: string) => string

async function renaming(tx: Tx, owner: string, { id, contents, elements }: PortableSession): Promise<Rename> {
  const taken = new Set([
    ...(await takenIn(tx, 'journey_sessions', [id])),
    ...(await takenIn(
      tx,
      'journey_contents',
      contents.map((content) => content.id),
    )),
    ...(await takenIn(
      tx,
      'journey_elements',
      elements.map((element) => element.id),
    )),
  ])
  return (given) => (taken.has(given) ? idOfPerson(owner, given) : given)
}

const mostInOneStatement = 500

async function takenIn(tx: Tx, table: 'journey_sessions' | 'journey_contents' | 'journey_elements', ids: string[]) {
  const taken: string[] = []
  for (const part of chunksOf(ids, mostInOneStatement)) {
    const rows = await journeyTables(tx).selectFrom(table).select('id').where('id', 'in', part).execute()
    taken.push(...rows.map(({ id }) => id))
  }
  return taken
}

async function insertSession(tx: Tx, { id, owner, session }: { id: string; owner: string; session: PortableSession }) {
  await journeyTables(tx)
    .insertInto('journey_sessions')
    .values({
      id,
      owner,
      title: session.title,
      date: session.date,
      description: session.description,
      client_name: session.clientName,
      professional_name: session.professionalName,
      created_at: session.createdAt,
      updated_at: session.updatedAt,
      deleted_at: null,
      job_id: null,
      language: session.language,
      is_analysed: session.isAnalysed ? 1 : 0,
      valence: session.valence,
      analysed_revision: session.analysedRevision,
      passages: toJson(session.passages),
      words: session.transcript ? countWords(session.transcript.text) : null,
      summary: null,
      is_sample: 0,
    })
    .execute()
  if (!session.transcript) return
  const { revision, text, segments } = session.transcript
  await journeyTables(tx)
    .insertInto('journey_transcripts')
    .values({ session_id: id, revision, text, segments: toJson(segments) })
    .execute()
}

interface Inserting {
  admission: Admission
  id: string
  rename: Rename
}

async function insertContents({ files }: Core, tx: Tx, { admission, id, rename }: Inserting) {
  for (const [ordinal, content] of admission.session.contents.entries()) {
    const bytes = admission.files.get(content.id)
    if (bytes) await files.record(tx, bytes, { owner: admission.owner, name: content.name || 'file' })
    const row = contentRow(content, { id: rename(content.id), file: bytes?.id ?? null })
    await journeyTables(tx)
      .insertInto('journey_contents')
      .values({ ...row, session_id: id, ordinal })
      .execute()
  }
}

const contentRow = (content: PortableContent, { id, file }: { id: string; file: string | null }) => ({
  id,
  file_id: file,
  name: content.name,
  format: content.format,
  encoding: content.encoding,
  warnings: toJson(content.warnings),
  characters: content.characters,
  created_at: content.createdAt,
})

interface InsertingElements {
  id: string
  owner: string
  elements: readonly PortableElement[]
  rename: Rename
}

async function insertElements(tx: Tx, { id, owner, elements, rename }: InsertingElements) {
  const rows = elements.map((element) => ({
    id: rename(element.id),
    session_id: id,
    owner,
    kind: element.kind,
    key: element.key,
    label: element.label,
    proposed_label: element.proposedLabel,
    traits: toJson(element.traits),
    confidence: element.confidence,
    status: element.status,
    analyser: element.analyser,
    place: element.spans[0]?.start ?? 0,
    spans: toJson(element.spans),
    created_at: element.createdAt,
    updated_at: element.updatedAt,
  }))
  for (const part of chunksOf(rows, 100)) await journeyTables(tx).insertInto('journey_elements').values(part).execute()
}
