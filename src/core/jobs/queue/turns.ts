/**
 * Fairness: the order in which jobs of one lane and priority begin. Each gets a turn when it is enqueued: one after its
 * owner's last, but not before the turn that is served now (self-clocked fair queueing, Golestani 1994). So the job of
 * somebody who asks for little comes before the thousandth of somebody who asked for a thousand, and a claim only reads
 * the queue in the order of turns. Several processes each count by themselves and tell each other what they serve, so the
 * order is nearly the same, and none of them gives turns that are long over.
 */
import { sql } from 'kysely'
import type { Reader, Tx } from '#core/db'
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
  /** As it stands in the record. */
  told: number
  /** The last turn of each owner. */
  last: Map<string, number>
}

type TurnsNeeds = Pick<JobsNeeds, 'db'> & { registry: Registry }

const mostOwners = 1000

/** What is served in each line, by this process and by the others. */
function createLines({ db, registry }: TurnsNeeds) {
  const lines = new Map<string, Line>()
  const lineCalled = (name: string) => {
    const line = lines.get(name) ?? { served: 0, told: 0, last: new Map<string, number>() }
    lines.set(name, line)
    return line
  }
  const serve = (line: Line, turn: number) => {
    line.served = Math.max(line.served, turn)
    if (line.last.size > mostOwners) forgetServed(line)
  }
  return {
    of: ({ kind, priority }: Omit<Place, 'owner'>) => lineCalled(`${priority} ${laneOf(registry.kinds.get(kind))}`),
    serve,
    async exchange() {
      const news = [...lines].filter(([, { served, told }]) => served > told).toSorted(byName)
      if (news.length > 0) await db.write((tx) => tell(tx, news), 'statement')
      for (const { line: name, served } of await jobTables(db.read).selectFrom('job_turns').selectAll().execute()) {
        const line = lineCalled(name)
        line.told = served
        serve(line, served)
      }
    },
  }
}

export function createTurns(needs: TurnsNeeds) {
  const { db } = needs
  const lines = createLines(needs)
  return {
    next(place: Place): number {
      const { served, last } = lines.of(place)
      const turn = Math.max(served, last.get(place.owner) ?? 0) + 1
      last.set(place.owner, turn)
      return turn
    },
    serve: (row: Place & { turn: number }) => lines.serve(lines.of(row), row.turn),
    /** Tells the other processes what is served here, and learns what is served there. */
    exchange: lines.exchange,
    /** Learns what was given and served before this start. */
    async load() {
      for (const row of await latestTurns(db.read, 'queued')) {
        const { last } = lines.of(row)
        last.set(row.owner, Math.max(last.get(row.owner) ?? 0, row.turn))
      }
      // What was begun right before a process was killed was not told any more.
      for (const row of await latestTurns(db.read, 'running')) lines.serve(lines.of(row), row.turn)
      await lines.exchange()
    },
  }
}

const latestTurns = (reader: Reader, state: 'queued' | 'running') =>
  jobTables(reader)
    .selectFrom('jobs')
    .select(['kind', 'priority', 'owner', sql<number>`max(turn)`.as('turn')])
    .where('state', '=', literal(state))
    .groupBy(['kind', 'priority', 'owner'])
    .execute()

/** Everybody writes lines in the same order, so that no two wait for each other. */
const byName = ([a]: readonly [string, Line], [b]: readonly [string, Line]) => Number(a > b) - Number(a < b)

/** Another process may have told a later turn meanwhile. */
const tell = (tx: Tx, news: readonly (readonly [string, Line])[]) =>
  jobTables(tx)
    .insertInto('job_turns')
    .values(news.map(([line, { served }]) => ({ line, served })))
    .onConflict((conflict) =>
      conflict
        .column('line')
        .doUpdateSet({ served: (row) => row.ref('excluded.served') })
        .where((row) => row('excluded.served', '>', row.ref('job_turns.served'))),
    )
    .execute()

export type Turns = ReturnType<typeof createTurns>

/** Whose last turn is over begins at the turn that is served, as if never seen. */
function forgetServed({ last, served }: Line) {
  for (const [owner, turn] of last) if (turn <= served) last.delete(owner)
}
