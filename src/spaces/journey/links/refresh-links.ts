/**
 * Brings the links that are kept in line with the elements as they stand, session by session in short writes. Running
 * it again, or after a kill, changes nothing that is right already.
 */
import { chunksOf } from '#std/list'
import type { Db, Reader, Tx } from '#core/db'
import type { Core } from '../../../core/core.ts'
import { journeyTables, type LinkRow } from '../schema.ts'
import { linksTopic } from '../graph/contract.ts'
import { computeLinks } from './compute-links.ts'
import { Links, type Link, type LinkableElement } from './linkable-element.ts'
import { readLinkable } from './read-linkable.ts'

/** Told of sessions whose links are others now; of a topic of its own, as it is about none of them alone. */
export const linksRefreshed = 'journey.links-refreshed'

/** Sessions whose links are replaced in one write. */
const sessionsAtOnce = 25
const rowsAtOnce = 50

interface Refreshing {
  owner: string
  signal: AbortSignal
}

/** Answers how many links there are, and of how many sessions they changed. */
export async function refreshLinks({ db, events }: Pick<Core, 'db' | 'events'>, { owner, signal }: Refreshing) {
  const elements = await readLinkable(db.read, { owner, signal })
  const wanted = rowsBySession(owner, elements, await computeLinks(elements, signal))
  const changed = await findChanged(db, owner, wanted)
  for (const sessionIds of chunksOf(changed, sessionsAtOnce)) {
    signal.throwIfAborted()
    await db.write(async (tx) => {
      await replaceLinks(tx, sessionIds, wanted)
      const about = { topic: linksTopic, entity: owner, owner, actor: owner }
      await events.append(tx, { ...about, name: linksRefreshed, payload: { sessionIds } })
    })
  }
  return { links: wanted.values().reduce((sum, rows) => sum + rows.length, 0), sessions: changed.length }
}

/** Those that are kept, of a person. */
export async function readLinks(reader: Reader, owner: string): Promise<Link[]> {
  const query = journeyTables(reader).selectFrom('journey_links').select(['type', 'source', 'target', 'weight'])
  return Links.parse(
    await query.where('owner', '=', owner).orderBy('source').orderBy('target').orderBy('type').execute(),
  )
}

type Rows = ReadonlyMap<string, readonly LinkRow[]>

function rowsBySession(owner: string, elements: readonly LinkableElement[], links: readonly Link[]): Rows {
  const sessionOf = new Map(elements.map(({ id, sessionId }) => [id, sessionId]))
  const rows = links.flatMap(({ type, source, target, weight }) => {
    const [from, to] = [sessionOf.get(source), sessionOf.get(target)]
    if (from === undefined || to === undefined) return []
    return [{ owner, type, source, target, source_session: from, target_session: to, weight }]
  })
  return Map.groupBy(rows, ({ source_session }) => source_session)
}

async function findChanged({ read }: Pick<Db, 'read'>, owner: string, wanted: Rows) {
  const kept = await journeyTables(read).selectFrom('journey_links').selectAll().where('owner', '=', owner).execute()
  const held = Map.groupBy(kept, ({ source_session }) => source_session)
  const sessionIds = [...new Set([...held.keys(), ...wanted.keys()])].sort()
  return sessionIds.filter((id) => inWords(held.get(id)) !== inWords(wanted.get(id)))
}

const inWords = (rows: readonly LinkRow[] = []) =>
  JSON.stringify(rows.map(({ type, source, target, weight }) => [type, source, target, weight].join(' ')).sort())

/** A session that was erased since takes no links any more. */
async function replaceLinks(tx: Tx, sessionIds: readonly string[], wanted: Rows) {
  const tables = journeyTables(tx)
  await tables.deleteFrom('journey_links').where('source_session', 'in', sessionIds).execute()
  const rows = sessionIds.flatMap((id) => wanted.get(id) ?? [])
  const ends = [...new Set(rows.flatMap((row) => [row.source_session, row.target_session]))]
  const there = new Set<string>()
  for (const ids of chunksOf(ends, rowsAtOnce)) {
    const found = await tables.selectFrom('journey_sessions').select('id').where('id', 'in', ids).execute()
    for (const { id } of found) there.add(id)
  }
  const lasting = rows.filter((row) => there.has(row.source_session) && there.has(row.target_session))
  for (const part of chunksOf(lasting, rowsAtOnce)) await tables.insertInto('journey_links').values(part).execute()
}
