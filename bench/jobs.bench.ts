/** Durable jobs on SQLite, against bare rows in transactions of the same size on the same disk. */
import { randomUUIDv7 } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { chunksOf } from '#std/list'
import { claimedAtOnce, enqueuedAtOnce, measureJobs } from './jobs/end-to-end.ts'
import type { Result } from './run.ts'

const count = 20_000

export async function run(): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'))
  try {
    const jobs = await measureJobs({ folder, url: '', count })
    const rows = measureRows(folder)
    return {
      claim: '5,000 jobs a second are enqueued, claimed, run, settled and told to the log on SQLite',
      figures: { 'jobs a second': jobs, 'bare rows a second': rows },
      ratio: jobs / rows,
      reference: 'node:sqlite that inserts, updates and deletes each row',
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function measureRows(folder: string) {
  using record = new DatabaseSync(join(folder, 'rows.sqlite'))
  record.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table rows (id text primary key, state text)',
  )
  const insert = record.prepare('insert into rows (id, state) values (?, ?)')
  const update = record.prepare('update rows set state = ? where id = ?')
  const remove = record.prepare('delete from rows where id = ?')
  const ids = Array.from({ length: count }, () => randomUUIDv7())
  const each = (size: number, act: (id: string) => void) => {
    for (const part of chunksOf(ids, size)) {
      record.exec('begin immediate')
      part.forEach(act)
      record.exec('commit')
    }
  }
  const started = performance.now()
  each(enqueuedAtOnce, (id) => insert.run(id, 'queued'))
  each(claimedAtOnce, (id) => update.run('running', id))
  each(claimedAtOnce, (id) => remove.run(id))
  return count / ((performance.now() - started) / 1000)
}
