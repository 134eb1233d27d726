/**
 * Fairness: the order in which jobs of one lane and priority begin. Each gets a turn when it is enqueued: one after its
 * owner's last, but not before the turn that is served now (self-clocked fair queueing, Golestani 1994). So the job of
 * somebody who asks for little comes before the thousandth of somebody who asked for a thousand, and a claim only reads
 * the queue in the order of turns. Several processes each count by themselves, and the order is nearly the same.
 */
import { sql } from 'kysely'
import { laneOf } from '../run/lanes.ts'
import { jobTables, literal } from '../schema.ts'
import type { JobsNeeds } from '../definition.ts'
import type { Registry } from '../registry.ts'

interface Place {
  kind: string
  owner: string
  priority: number
}

interface Line {
  served: number
  /** The last turn of each owner. */
  last: Map<string, number>
}

const mostOwners = 1000

export function createTurns({ db, registry }: Pick<JobsNeeds, 'db'> & { registry: Registry }) {
  const lines = new Map<string, Line>()
  const lineOf = ({ kind, priority }: Omit<Place, 'owner'>) => {
    const name = `${priority} ${laneOf(registry.kinds.get(kind))}`
    const line = lines.get(name) ?? { served: 0, last: new Map<string, number>() }
    lines.set(name, line)
    return line
  }
  return {
    next(place: Place): number {
      const { served, last } = lineOf(place)
      const turn = Math.max(served, last.get(place.owner) ?? 0) + 1
      last.set(place.owner, turn)
      return turn
    },
    serve(row: Place & { turn: number }) {
      const line = lineOf(row)
      line.served = Math.max(line.served, row.turn)
      if (line.last.size > mostOwners) forgetServed(line)
    },
    /** Learns what was given before this start. */
    async load() {
      const query = jobTables(db.read).selectFrom('jobs').select(['kind', 'priority', 'owner'])
      const rows = await query
        .select(sql<number>`max(turn)`.as('turn'))
        .where('state', '=', literal('queued'))
        .groupBy(['kind', 'priority', 'owner'])
        .execute()
      for (const row of rows) {
        const { last } = lineOf(row)
        last.set(row.owner, Math.max(last.get(row.owner) ?? 0, row.turn))
      }
    },
  }
}

export type Turns = ReturnType<typeof createTurns>

/** Whose last turn is over begins at the turn that is served, as if never seen. */
function forgetServed({ last, served }: Line) {
  for (const [owner, turn] of last) if (turn <= served) last.delete(owner)
}
