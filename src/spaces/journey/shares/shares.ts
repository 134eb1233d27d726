/** Links as rows. Of a secret the record has a hash only; an expired link is the same as none. */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Problem } from '#contract/problem'
import type { Reader, Tx } from '#core/db'
import { fromJson, toJson } from '#std/json'
import type { Core } from '../../../core/core.ts'
import { listIds } from '../archive/stored-sessions.ts'
import { mostShares, nothingToShare, Share, shareNotFound, tooManyShares, type Shared } from '../contract.ts'
import { readTranscript } from '../contents/transcript.ts'
import { listShownElements } from '../elements/elements.ts'
import { readReport } from '../report/report.ts'
import { journeyTables, type SessionRow, type ShareRow } from '../schema.ts'
import { findSession } from '../sessions/sessions.ts'

const sharesTopic = 'journey-shares'

interface Terms {
  owner: string
  label: string
  hidesNames: boolean
  lifetime: number
}

/** The sessions of the span that are there now; what is written later is not shared. */
export async function shareReport(core: Core, tx: Tx, { from, to, ...terms }: Terms & { from: string; to: string }) {
  const ids = (await listIds(tx, terms.owner, { from, to })).map(({ id }) => id)
  if (ids.length === 0) throw new Problem(nothingToShare, 'There is no session in these days. Choose others.')
  return insertShare(core, tx, { ...terms, kind: 'report', from, to, ids })
}

export async function shareSession(core: Core, tx: Tx, { id, ...terms }: Terms & { id: string }) {
  const { date } = await findSession(tx, { owner: terms.owner, id })
  return insertShare(core, tx, { ...terms, kind: 'session', from: date, to: date, ids: [id] })
}

interface NewShare extends Terms {
  kind: Share['kind']
  from: string
  to: string
  ids: readonly string[]
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

async function insertShare({ events, newId, now }: Core, tx: Tx, made: NewShare) {
  const { owner, kind, from, to, ids, label, hidesNames, lifetime } = made
  await pruneShares(tx, now())
  if ((await listShares(tx, owner, now())).length >= mostShares) {
    throw new Problem(tooManyShares, `You have ${mostShares} links that work. End one first.`)
  }
  const secret = randomBytes(32).toString('base64url')
  const row: ShareRow = {
    id: newId(),
    owner,
    kind,
    from_day: from,
    to_day: to,
    session_ids: toJson(ids),
    label,
    hides_names: hidesNames ? 1 : 0,
    secret_hash: hashOf(secret),
    created_at: now(),
    expires_at: now() + lifetime,
    opened_at: null,
    opens: 0,
  }
  await journeyTables(tx).insertInto('journey_shares').values(row).execute()
  await events.append(tx, { name: 'journey.share-made', topic: sharesTopic, entity: row.id, owner, actor: owner })
  return { share: toShare(row), secret }
}

export async function listShares(reader: Reader, owner: string, now: number): Promise<Share[]> {
  const mine = journeyTables(reader).selectFrom('journey_shares').selectAll().where('owner', '=', owner)
  const rows = await mine.where('expires_at', '>', now).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(toShare)
}

export async function pruneShares(tx: Tx, now: number) {
  await journeyTables(tx).deleteFrom('journey_shares').where('expires_at', '<=', now).execute()
}

const noSuchShare = () =>
  new Problem(shareNotFound, 'It has expired or was taken back. Ask the person who sent it for a new one.')

export async function revokeShare({ events }: Core, tx: Tx, { owner, id }: { owner: string; id: string }) {
  const query = journeyTables(tx).deleteFrom('journey_shares').where('id', '=', id).where('owner', '=', owner)
  if (!(await query.returning('id').executeTakeFirst())) throw noSuchShare()
  await events.append(tx, { name: 'journey.share-ended', topic: sharesTopic, entity: id, owner, actor: owner })
}

/** Counts the opening, tells the owner of the first, and answers what may be read. */
export async function openShare(core: Core, secret: string): Promise<Shared> {
  const row = await core.db.write((tx) => countOpening(core, tx, secret))
  const ids = fromJson(Ids, row.session_ids)
  const { owner, from_day: from, to_day: to, expires_at: expiresAt } = row
  if (row.kind === 'session') return { expiresAt, report: null, session: await readShared(core, row, ids[0] ?? '') }
  const report = await readReport(core, { owner, from, to, only: new Set(ids) })
  if (report.sessions === 0) throw noSuchShare()
  return { expiresAt, report, session: null }
}

const Ids = z.array(z.string())

async function countOpening({ events, now }: Core, tx: Tx, secret: string): Promise<ShareRow> {
  const query = journeyTables(tx).selectFrom('journey_shares').selectAll().where('secret_hash', '=', hashOf(secret))
  const row = await query.where('expires_at', '>', now()).executeTakeFirst()
  if (!row) throw noSuchShare()
  const opening = { opened_at: now(), opens: row.opens + 1 }
  await journeyTables(tx).updateTable('journey_shares').set(opening).where('id', '=', row.id).execute()
  const about = { topic: sharesTopic, entity: row.id, owner: row.owner, actor: '' }
  await events.append(tx, { ...about, name: 'journey.share-opened', payload: { isFirst: row.opens === 0 } })
  return row
}

async function readShared({ db }: Core, { owner, hides_names }: ShareRow, id: string): Promise<Shared['session']> {
  const session = await findShared(db.read, owner, id)
  const { segments, ...transcript } = await readTranscript(db.read, id)
  const hides = hides_names === 1
  return {
    title: session.title,
    date: session.date,
    description: session.description,
    clientName: hides ? '' : session.client_name,
    professionalName: hides ? '' : session.professional_name,
    transcript: { ...transcript, segments: hides ? segments.map((turn) => ({ ...turn, speaker: null })) : segments },
    elements: await listShownElements(db.read, id),
  }
}

/** A session that is gone leaves the link with nothing to lead to. */
async function findShared(reader: Reader, owner: string, id: string): Promise<SessionRow> {
  const query = journeyTables(reader).selectFrom('journey_sessions').selectAll().where('id', '=', id)
  const row = await query.where('owner', '=', owner).where('deleted_at', 'is', null).executeTakeFirst()
  if (!row) throw noSuchShare()
  return row
}

const toShare = (row: ShareRow): Share =>
  Share.parse({
    id: row.id,
    kind: row.kind,
    label: row.label,
    from: row.from_day,
    to: row.to_day,
    hidesNames: row.hides_names === 1,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    opens: row.opens,
  })
