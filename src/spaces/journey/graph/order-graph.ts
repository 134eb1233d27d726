/**
 * From each session to the next one, by day. The edge is a part of its own, named by the earlier session, so that a
 * session that comes, moves or goes renews no more than the edges beside it.
 */
import { z } from 'zod'
import type { Reader } from '#core/db'
import type { GraphSource } from '#core/graph'
import { journeyTopic } from '../contract.ts'
import { findLivingSession } from '../projections/search-source.ts'
import { journeyTables } from '../schema.ts'
import { sessionNodeId } from './node-ids.ts'
import { sideParts } from './parts.ts'

const parts = sideParts('next:')

/** Where a session stood before; told with the event that moves it. */
const Moved = z.object({ movedFrom: z.string() })

export const orderGraph: GraphSource = {
  async touchedBy(reader, { topic, entity: id, payload }) {
    const session = topic === journeyTopic ? await findPlace(reader, id) : undefined
    if (!session) return []
    const { data: moved } = Moved.safeParse(payload)
    const places = [session, ...(moved ? [{ ...session, date: moved.movedFrom }] : [])]
    const before = await Promise.all(places.map((place) => findNeighbour(reader, place, 'before')))
    return [id, ...before.flatMap((one) => one?.id ?? [])].map(parts.nameOf)
  },
  async load(reader, part) {
    const id = parts.sessionOf(part)
    const session = id === undefined ? undefined : await findLivingSession(reader, id)
    const next = session && (await findNeighbour(reader, session, 'after'))
    if (!next) return undefined
    const ends = { source: sessionNodeId(session.id), target: sessionNodeId(next.id) }
    const evidence = { ref: next.id, day: next.date, quote: null, place: null }
    return { owner: session.owner, nodes: [], edges: [{ ...ends, type: 'NEXT', weight: 1, evidence }] }
  },
  all: parts.all,
}

interface PlaceInOrder {
  id: string
  owner: string
  date: string
}

/** Deleted ones too: their place tells whose next they were. */
function findPlace(reader: Reader, id: string): Promise<PlaceInOrder | undefined> {
  const query = journeyTables(reader).selectFrom('journey_sessions').select(['id', 'owner', 'date'])
  return query.where('id', '=', id).executeTakeFirst()
}

/** The living session beside this one; of the same day the one made later comes later. */
function findNeighbour(reader: Reader, { id, owner, date }: PlaceInOrder, side: 'before' | 'after') {
  const [compare, direction] = side === 'before' ? (['<', 'desc'] as const) : (['>', 'asc'] as const)
  return journeyTables(reader)
    .selectFrom('journey_sessions')
    .select(['id', 'date'])
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where((row) => row.or([row('date', compare, date), row.and([row('date', '=', date), row('id', compare, id)])]))
    .orderBy('date', direction)
    .orderBy('id', direction)
    .limit(1)
    .executeTakeFirst()
}
