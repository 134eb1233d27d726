/** Search on PostgreSQL, against a scan of the same texts in the same database. */
import { startCluster } from '../tests/world/postgres/cluster.ts'
import { createDatabase } from '../tests/world/postgres/database.ts'
import { percentile } from './parts/rounds.ts'
import { figuresOf, measureSearch } from './parts/search.ts'
import type { Result } from './run.ts'

export async function run(): Promise<Result> {
  await using cluster = await startCluster({ fsync: 'on', full_page_writes: 'on' })
  await using database = await createDatabase(cluster.url)
  const latencies = await measureSearch(database.url)
  return {
    claim: 'words among 10,000 texts are found through the whole server, best first, on PostgreSQL',
    figures: figuresOf(latencies),
    ratio: percentile(latencies.search, 0.5) / percentile(latencies.scan, 0.5),
    reference: "the time of like '%word%' over the same texts, without a server",
  }
}
