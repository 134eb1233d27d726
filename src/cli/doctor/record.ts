/** The record as it lies there, looked at without a change: also while a server works on it. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { z } from 'zod'
import { minute } from '#std/duration'
import type { Config } from '#core/config'
import { openDatabase, type Reader } from '#core/db'
import { createLog } from '#core/observability'
import { migrationsOf } from '../../app.ts'
import { spaces } from '../../spaces.ts'
import { well, wrong, type Finding } from './finding.ts'

const oldestPostgres = 15

export function checkRecord(config: Config): Promise<Finding[]> {
  return config.databaseUrl === '' ? checkSqlite(config) : checkPostgres(config)
}

async function checkSqlite({ data }: Config): Promise<Finding[]> {
  using record = new DatabaseSync(join(data, 'cairn.sqlite'), { readOnly: true, timeout: 5000 })
  const faults = record
    .prepare('pragma quick_check')
    .all()
    .map(({ quick_check: words }) => String(words))
  const orphans = record.prepare('pragma foreign_key_check').all().length
  const applied = record.prepare('select module, name from core_migrations').all()
  return [
    faults.join() === 'ok'
      ? well('the record is whole')
      : wrong(`the record is damaged (${faults[0] ?? 'no words'}). Stop the server and put back a backup.`),
    orphans === 0
      ? well('every row refers to one that is there')
      : wrong(`${orphans} rows refer to nothing. Keep a copy of the folder, and tell whoever wrote this program.`),
    checkMigrations(applied),
    checkLatest(record.prepare('select max(at) as at from events').get()),
  ]
}

async function checkPostgres({ data, databaseUrl }: Config): Promise<Finding[]> {
  const db = await openDatabase({ folder: data, url: databaseUrl, log: createLog({ level: 'silent' }) })
  try {
    const version = await ask(db.read, sql`select current_setting('server_version_num')::int / 10000 as version`)
    const found = z.object({ version: z.int() }).parse(version[0]).version
    const applied = await ask(db.read, sql`select module, name from core_migrations`)
    const [latest] = await ask(db.read, sql`select max(at) as at from events`)
    return [
      found >= oldestPostgres
        ? well(`PostgreSQL ${found} answers`)
        : wrong(`PostgreSQL ${found} is too old. Cairn needs ${oldestPostgres} or newer.`),
      checkMigrations(applied),
      checkLatest(latest),
    ]
  } finally {
    await db.close()
  }
}

const ask = async (reader: Reader, query: ReturnType<typeof sql>) => (await query.execute(reader)).rows

const Applied = z.array(z.object({ module: z.string(), name: z.string() }))

function checkMigrations(rows: unknown): Finding {
  const applied = new Set(Applied.parse(rows).map(({ module, name }) => `${module}/${name}`))
  const sets = migrationsOf(spaces)
  const known = new Set(sets.flatMap(({ module, migrations }) => migrations.map(({ name }) => `${module}/${name}`)))
  const modules = new Set(sets.map(({ module }) => module))
  const newer = [...applied.difference(known)].find((name) => modules.has(name.split('/')[0] ?? ''))
  if (newer) return wrong(`the record was written by a newer Cairn (${newer}). Run that version or a newer one.`)
  const waiting = known.difference(applied).size
  if (waiting === 0) return well('the record is of this version')
  return wrong(`the record is of an older version (${waiting} migrations). Start Cairn, or run: cairn migrate`)
}

const Latest = z.object({ at: z.coerce.number() })

/** What happened cannot lie in the future. */
function checkLatest(row: unknown): Finding {
  const { at } = Latest.parse(row)
  if (at <= Date.now() + minute) return well('nothing in the log lies in the future')
  return wrong(`the newest event is of ${new Date(at).toISOString()}, so the clock was set back. Set it right.`)
}
