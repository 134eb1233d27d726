/** How one tells that the parts of the core fare well. */
import { minute } from '#std/duration'
import type { HealthCheck } from '#core/observability'
import type { Live } from '#core/realtime'
import type { Search } from '#core/search'
import type { Core } from './core.ts'

interface Parts {
  core: Core
  search: Search
  live: Pick<Live, 'count'>
}

const up = { status: 'up' } as const

/** Nobody has this id, so that nothing is found: what is asked is whether the engine answers. */
const nobody = 'nobody'

export const healthChecks = ({ core, search, live }: Parts): readonly HealthCheck[] => [
  { name: 'record', isRequired: true, check: () => checkRecord(core) },
  { name: 'disk', isRequired: false, check: () => checkDisk(core) },
  { name: 'search', isRequired: false, check: () => checkSearch(search) },
  { name: 'graph', isRequired: false, check: () => checkGraph(core) },
  { name: 'jobs', isRequired: false, check: () => checkJobs(core) },
  { name: 'log', isRequired: false, check: () => checkConsumers(core) },
  { name: 'live', isRequired: false, check: async () => ({ ...up, detail: `open connections: ${live.count()}` }) },
]

/** It is read from, and its one line of writers moves. */
async function checkRecord({ db, events }: Core) {
  const position = await events.latestPosition()
  await db.write(async () => {})
  return { ...up, detail: `${position} events` }
}

async function checkDisk({ disk }: Core) {
  if (!disk.isLow()) return up
  return { status: 'degraded' as const, detail: 'Little room is left, so nothing new is taken in. Make room.' }
}

async function checkSearch({ handlers }: Search) {
  await handlers.search(undefined, { caller: { id: nobody }, query: { q: nobody, limit: 1 } })
  return up
}

async function checkGraph({ graph }: Core) {
  await graph.neighbourhood({ owner: nobody, id: nobody, depth: 1, most: 1 })
  return up
}

const longestWait = 15 * minute

async function checkJobs({ jobs, now }: Core) {
  const { kinds } = await jobs.handlers.getQueue()
  const sum = (of: 'queued' | 'running' | 'failed') => kinds.reduce((total, kind) => total + kind[of], 0)
  const detail = `${sum('queued')} wait, ${sum('running')} run, ${sum('failed')} stopped for good`
  const late = kinds.find(({ oldestDue, paused }) => !paused && oldestDue !== null && oldestDue < now() - longestWait)
  if (!late) return { ...up, detail }
  return {
    status: 'degraded' as const,
    detail: `${late.kind} waits for more than ${longestWait / minute} minutes; ${detail}`,
  }
}

async function checkConsumers({ events }: Core) {
  const consumers = await events.consumers()
  const failing = consumers.filter(({ failures }) => failures > 0)
  const lag = Math.max(0, ...consumers.map((consumer) => consumer.lag))
  if (failing.length === 0) return { ...up, detail: `events not passed yet: ${lag}` }
  const words = failing.map(({ name, error }) => `${name}: ${error ?? 'no words'}`)
  return { status: 'degraded' as const, detail: words.join('; ') }
}
