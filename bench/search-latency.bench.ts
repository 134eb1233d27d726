/** Search on SQLite (FTS5), against a scan of the same texts in the same file. */
import { percentile } from './parts/rounds.ts'
import { figuresOf, measureSearch } from './parts/search.ts'
import type { Result } from './run.ts'

export async function run(): Promise<Result> {
  const latencies = await measureSearch('')
  return {
    claim: 'words among 10,000 texts are found through the whole server, best first, on SQLite',
    figures: figuresOf(latencies),
    ratio: percentile(latencies.search, 0.5) / percentile(latencies.scan, 0.5),
    reference: "the time of like '%word%' over the same texts, without a server",
  }
}
