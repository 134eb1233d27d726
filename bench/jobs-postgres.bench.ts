/** Durable jobs on a PostgreSQL server of this machine, against bare rows in transactions of the same size. */
import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import { chunksOf } from '#std/list'
import { createDatabase } from '../tests/world/postgres/database.ts'
import { startCluster } from '../tests/world/postgres/cluster.ts'
import { claimedAtOnce, enqueuedAtOnce, measureJobs } from './jobs/end-to-end.ts'
import type { Result } from './run.ts'

const count = 10_000

export async function run(): Promise<Result> {
  await using cluster = await startCluster({ fsync: 'on', full_page_writes: 'on' })
  await using database = await createDatabase(cluster.url)
  const jobs = await measureJobs({ folder: '', url: database.url, count })
  const rows = await measureRows(database.url)
  return {
    claim: '1,500 jobs a second are enqueued, claimed, run, settled and told to the log on PostgreSQL',
    figures: { 'jobs a second': jobs, 'bare rows a second': rows },
    ratio: jobs / rows,
    reference: 'pg that inserts, updates and deletes rows, many with each statement',
  }
}

async function measureRows(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('create table rows (id text primary key, state text)')
  const ids = Array.from({ length: count }, () => randomUUIDv7())
  const each = async (size: number, statement: string) => {
    for (const part of chunksOf(ids, size)) await client.query(statement, [part])
  }
  const started = performance.now()
  await each(enqueuedAtOnce, `insert into rows (id, state) select id, 'queued' from unnest($1::text[]) as given (id)`)
  await each(claimedAtOnce, `update rows set state = 'running' where id = any ($1)`)
  await each(claimedAtOnce, 'delete from rows where id = any ($1)')
  const seconds = (performance.now() - started) / 1000
  await client.end()
  return count / seconds
}
