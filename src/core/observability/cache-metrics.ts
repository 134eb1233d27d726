/** What caches do. The hit ratio is the rate of `hit` over that of all outcomes. */
import { Counter, Gauge, type Registry } from 'prom-client'

/**
 * How a question to a cache was answered: from what is kept (`hit`; `stale` while it is computed again; `rescued`
 * because computing failed), by a new computation (`miss`), or by one that was on its way (`joined`).
 */
export type CacheOutcome = 'hit' | 'stale' | 'rescued' | 'miss' | 'joined'

export interface CacheMetrics {
  cacheAsked(labels: { cache: string; outcome: CacheOutcome }): void
  setCacheSize(cache: string, size: { entries: number; bytes: number }): void
}

export function createCacheMetrics(registers: Registry[]): CacheMetrics {
  const labelNames = ['cache'] as const
  const asked = new Counter({
    name: 'cairn_cache_requests_total',
    help: 'Questions to a cache, by how they were answered',
    labelNames: [...labelNames, 'outcome'],
    registers,
  })
  const entries = new Gauge({ name: 'cairn_cache_entries', help: 'Values that a cache keeps', labelNames, registers })
  const bytes = new Gauge({ name: 'cairn_cache_bytes', help: 'About how large they are', labelNames, registers })
  return {
    cacheAsked: (labels) => {
      asked.inc(labels)
    },
    setCacheSize(cache, size) {
      entries.set({ cache }, size.entries)
      bytes.set({ cache }, size.bytes)
    },
  }
}
