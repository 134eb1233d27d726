/**
 * Lanes: which jobs share the places of this process. Heavy kinds share one lane and light ones another; a kind with a
 * limit of its own is a lane by itself, so that it neither waits behind others nor stands in their way.
 */
import type { RegisteredJob } from '../registry.ts'

const places = { heavy: 4, light: 128 }

export interface Lane {
  kinds: string[]
  most: number
  rate: { most: number; per: number }
}
type Limits = Pick<RegisteredJob, 'kind' | 'weight' | 'most' | 'rate'>

/** The name of the lane of a kind; that of one without code does not matter, as nobody claims it. */
export function laneOf(job: Limits | undefined): string {
  if (!job) return 'heavy'
  return job.most === undefined && job.rate === undefined ? job.weight : job.kind
}

export function lanesOf(jobs: Iterable<Limits>): ReadonlyMap<string, Lane> {
  const lanes = new Map<string, Lane>()
  for (const job of jobs) {
    const { kind, weight, most = places[weight], rate = { most: Infinity, per: 0 } } = job
    const lane = lanes.get(laneOf(job)) ?? { kinds: [], most, rate }
    lane.kinds.push(kind)
    lanes.set(laneOf(job), lane)
  }
  return lanes
}

export interface Room {
  kinds: readonly string[]
  free: number
}

/** Counts who runs in each lane, and when they began. */
export function createPlaces(lanes: ReadonlyMap<string, Lane>, now: () => number) {
  const taken = new Map<string, number>()
  const begun = new Map<string, number[]>()
  const add = (lane: string, count: number) => taken.set(lane, (taken.get(lane) ?? 0) + count)
  const begunLately = (name: string, { rate }: Lane) => {
    const recent = (begun.get(name) ?? []).filter((at) => at > now() - rate.per)
    begun.set(name, recent)
    return recent.length
  }
  return {
    /** The lanes that can take a job now. */
    open(): Room[] {
      return [...lanes].flatMap(([name, lane]) => {
        const free = Math.min(lane.most - (taken.get(name) ?? 0), lane.rate.most - begunLately(name, lane))
        return free > 0 ? [{ kinds: lane.kinds, free }] : []
      })
    },
    take(name: string) {
      add(name, 1)
      if (lanes.get(name)?.rate.per) begun.set(name, [...(begun.get(name) ?? []), now()])
    },
    free: (name: string) => void add(name, -1),
  }
}
