/** What the record and its log do. */
import { Gauge, Histogram, type Registry } from 'prom-client'

/** How far a consumer of the log is. */
export interface ConsumerStanding {
  name: string
  lag: number
  failures: number
}

export interface RecordMetrics {
  /** A group of writes was committed together. */
  writesCommitted(count: number, seconds: number): void
  /** Asks `read` at each scrape. */
  watchConsumers(read: () => Promise<readonly ConsumerStanding[]>): void
}

export function createRecordMetrics(registers: Registry[]): RecordMetrics {
  const durations = new Histogram({
    name: 'cairn_commit_duration_seconds',
    help: 'Time from the first write of a group to its commit on the disk',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  })
  const sizes = new Histogram({
    name: 'cairn_commit_writes',
    help: 'Writes that shared one commit',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    registers,
  })
  return {
    writesCommitted(count, seconds) {
      durations.observe(seconds)
      sizes.observe(count)
    },
    watchConsumers: (read) => watchConsumers(read, registers),
  }
}

function watchConsumers(read: () => Promise<readonly ConsumerStanding[]>, registers: Registry[]) {
  const labelNames = ['consumer'] as const
  const failures = new Gauge({
    name: 'cairn_consumer_failures',
    help: 'Failures in a row of a consumer of the log',
    labelNames,
    registers,
  })
  new Gauge({
    name: 'cairn_consumer_lag_events',
    help: 'Events that a consumer of the log has not passed yet',
    labelNames,
    registers,
    async collect() {
      // A record that cannot be read must not take the other figures away.
      for (const { name, lag, failures: count } of await read().catch(() => [])) {
        this.set({ consumer: name }, lag)
        failures.set({ consumer: name }, count)
      }
    },
  })
}
