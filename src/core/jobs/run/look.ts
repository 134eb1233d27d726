/** Looks for due jobs and hands them to the lanes that have a place. */
import { createLoop } from '#std/loop'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { claim, isAnyDue } from './claim.ts'
import { createPlaces, laneOf, lanesOf, type Room } from './lanes.ts'

interface Taker {
  holder: string
  begin(row: JobRow): void
}

/** Made once every kind is registered. */
export function createLook(context: JobsContext, { holder, begin }: Taker) {
  const { registry, metrics, log } = context
  const places = createPlaces(lanesOf(registry.kinds.values()), context.now)
  const laneOfRow = ({ kind }: JobRow) => laneOf(registry.kinds.get(kind))

  async function fill({ kinds: all, free }: Room) {
    const kinds = usable(context, all)
    if (!(await isAnyDue(context, kinds))) return
    const rows = await claim(context, { holder, kinds, most: free })
    metrics.jobsClaimed(rows.length)
    for (const row of rows) {
      places.take(laneOfRow(row))
      context.turns.serve(row)
      begin(row)
    }
  }
  async function look() {
    // Jobs that end together free their places together, and are replaced by one claim.
    await new Promise((resolve) => setImmediate(resolve))
    const rooms = places.open()
    const kinds = rooms.flatMap((room) => usable(context, room.kinds))
    if (await isAnyDue(context, kinds)) for (const room of rooms) await fill(room)
    return false
  }
  const loop = createLoop(look, (error) => log.error({ err: error }, 'jobs could not be claimed'))
  return {
    ...loop,
    /** The job has ended, and its place is free for another. */
    free(row: JobRow) {
      places.free(laneOfRow(row))
      loop.wake()
    },
  }
}

/** On a full disk only what makes room may begin. */
function usable({ registry, mayRun = () => true }: JobsContext, kinds: readonly string[]): readonly string[] {
  return mayRun() ? kinds : kinds.filter((kind) => registry.kinds.get(kind)?.isFreeing)
}
