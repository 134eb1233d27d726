/** Takes sessions that travelled into the record. Each is one write, whole or not at all, and nothing comes twice. */
import type { Reader, Tx } from '#core/db'
import type { StoredBytes } from '#core/files'
import { toJson } from '#std/json'
import { chunksOf } from '#std/list'
import type { Core } from '../../../core/core.ts'
import { queueAnalysis } from '../analysis/queue-analysis.ts'
import { countWords } from '../contents/word-count.ts'
import { journeyTables } from '../schema.ts'
import { tell } from '../sessions/sessions.ts'
import { keepCrisis } from '../crisis/crisis.ts'
import { idOfPerson, renamingFor, type Rename } from './ids.ts'
import type { PortableContent, PortableElement, PortableSession } from './portable.ts'

/** The ids under which a session of this archive may be there. */
const idsOf = (owner: string, { id }: PortableSession) => [id, idOfPerson(owner, id)]

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
  await insertSayings(tx, { id, owner, elements: session.elements, rename })
  await insertFollowUps(tx, { id, owner, followUps: session.followUps })
  await tell(core, tx, { owner, id, actor, name: 'journey.session-imported' })
  const { transcript, analysedRevision } = session
  if (transcript && analysedRevision !== transcript.revision) {
    await queueAnalysis(core, tx, { owner, id, revision: transcript.revision })
  }
  return true
}

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
      analysed_at: session.analysedAt,
      crisis: keepCrisis(session.crisis),
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

/** Before the import is told, so that no second action begins for what is said already. */
async function insertSayings(tx: Tx, { id, owner, elements, rename }: InsertingElements) {
  const said = elements.flatMap(({ id: element, kind, saying }) =>
    kind === 'action' && saying ? [{ element, ...saying }] : [],
  )
  const ids = said.map(({ action }) => action)
  const renameAction = await renamingFor(tx, 'journey_actions', { owner, ids })
  for (const { element, action, topic } of said) {
    const about = { element_id: rename(element), action_id: renameAction(action) }
    await journeyTables(tx)
      .insertInto('journey_action_sayings')
      .values({ ...about, session_id: id, owner, topic })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

interface InsertingFollowUps extends Pick<PortableSession, 'followUps'> {
  id: string
  owner: string
}

async function insertFollowUps(tx: Tx, { id: session_id, owner, followUps }: InsertingFollowUps) {
  const ids = followUps.map(({ id }) => id)
  const rename = await renamingFor(tx, 'journey_follow_ups', { owner, ids })
  for (const { id, key, verdict, what, score, span, state, createdAt, updatedAt } of followUps) {
    const said = { key, verdict, what, score, span: toJson(span), state }
    await journeyTables(tx)
      .insertInto('journey_follow_ups')
      .values({ ...said, id: rename(id), owner, session_id, created_at: createdAt, updated_at: updatedAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
