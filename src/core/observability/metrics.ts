/** Metrics in Prometheus text form. Durations are seconds, as OpenTelemetry asks. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { createCacheMetrics, type CacheMetrics } from './cache-metrics.ts'
import { createRecordMetrics, type RecordMetrics } from './record-metrics.ts'

export interface Metrics extends CacheMetrics, RecordMetrics {
  /** One answered request: method, route as declared, status. */
  requestAnswered(labels: { method: string; route: string; status: number }, seconds: number): void
  jobEnded(labels: { kind: string; state: string }, seconds: number): void
  jobsClaimed(count: number): void
  /** How many jobs of a kind are in each state that has not ended well. */
  setJobs(kind: string, counts: Record<string, number>): void
  /** How long the oldest due job of a kind has been waiting to begin. */
  setQueueAge(kind: string, seconds: number): void
  setLiveConnections(count: number): void
  /** The whole page for a scraper, and its media type. */
  page(): Promise<{ type: string; text: string }>
}

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const whole = registryOfProcess()
  const { requests, jobs, failures, connections } = createInstruments([registry])
  const { claims, states, ages } = createQueueInstruments([registry])
  return {
    ...createCacheMetrics([registry]),
    ...createRecordMetrics([registry]),
    requestAnswered({ method, route, status }, seconds) {
      requests.observe(
        { http_request_method: method, http_route: route, http_response_status_code: String(status) },
        seconds,
      )
    },
    jobEnded({ kind, state }, seconds) {
      jobs.observe({ kind, state }, seconds)
      if (state === 'failed') failures.inc({ kind })
    },
    jobsClaimed: (count) => {
      claims.inc(count)
    },
    setJobs(kind, counts) {
      for (const [state, count] of Object.entries(counts)) states.set({ kind, state }, count)
    },
    setQueueAge: (kind, seconds) => {
      ages.set({ kind }, seconds)
    },
    setLiveConnections: (count) => {
      connections.set(count)
    },
    page: async () => ({ type: registry.contentType, text: (await whole.metrics()) + (await registry.metrics()) }),
  }
}

let ofProcess: Registry | undefined

/** One for all that is opened in a process: what watches its garbage and its loop cannot be taken away again. */
function registryOfProcess() {
  if (ofProcess) return ofProcess
  ofProcess = new Registry()
  collectDefaultMetrics({ register: ofProcess })
  return ofProcess
}

function createInstruments(registers: Registry[]) {
  const requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its reply',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
    buckets,
    registers,
  })
  const jobs = new Histogram({
    name: 'cairn_job_duration_seconds',
    help: 'Time a job ran, by kind and how it ended',
    labelNames: ['kind', 'state'],
    buckets: [...buckets, 60, 600],
    registers,
  })
  const failures = new Counter({
    name: 'cairn_job_failures_total',
    help: 'Jobs that stopped for good without being done',
    labelNames: ['kind'],
    registers,
  })
  const connections = new Gauge({
    name: 'cairn_live_connections',
    help: 'Open live connections',
    registers,
  })
  return { requests, jobs, failures, connections }
}

function createQueueInstruments(registers: Registry[]) {
  const claims = new Counter({ name: 'cairn_jobs_claimed_total', help: 'Jobs taken from the queue to run', registers })
  const states = new Gauge({
    name: 'cairn_jobs',
    help: 'Jobs that wait, run or failed for good, by kind and state',
    labelNames: ['kind', 'state'],
    registers,
  })
  const ages = new Gauge({
    name: 'cairn_job_queue_age_seconds',
    help: 'How long the oldest due job of a kind has been waiting to begin',
    labelNames: ['kind'],
    registers,
  })
  return { claims, states, ages }
}
