/** A database of its own in the tests' cluster. */
import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { openDatabase, type MigrationSet } from '#core/db'
import { createLog } from '#core/observability'

export interface TemporaryDatabase extends AsyncDisposable {
  /** Empty when the tests run on SQLite. */
  url: string
}

/** The record of one test, on the engine that this run is about; on PostgreSQL it has these migrations already. */
export async function createTestDatabase(sets: readonly MigrationSet[] = []): Promise<TemporaryDatabase> {
  const cluster = process.env.CAIRN_TEST_POSTGRES_URL
  if (!cluster) return { url: '', [Symbol.asyncDispose]: async () => {} }
  return createDatabase(cluster, sets)
}

/** A new database in the cluster at this address; it has these migrations already. */
export async function createDatabase(cluster: string, sets: readonly MigrationSet[] = []): Promise<TemporaryDatabase> {
  const template = sets.length > 0 ? await findTemplate(cluster, sets) : 'template1'
  const name = `test_${randomBytes(8).toString('hex')}`
  await run(cluster, `create database ${name} template ${template} strategy file_copy`)
  return {
    url: urlOf(cluster, name),
    [Symbol.asyncDispose]: () => run(cluster, `drop database ${name} with (force)`),
  }
}

const templates = new Map<string, Promise<string>>()

/** Copying a database is much faster than migrating one. The first who needs a template makes it for everybody. */
function findTemplate(cluster: string, sets: readonly MigrationSet[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(sets)).digest('hex').slice(0, 12)
  const place = `${cluster} ${hash}`
  const found = templates.get(place) ?? makeTemplate(cluster, sets, hash)
  templates.set(place, found)
  return found
}

async function makeTemplate(cluster: string, sets: readonly MigrationSet[], hash: string) {
  const [name, draft] = [`template_${hash}`, `draft_${hash}`]
  const client = await connect(cluster)
  try {
    await client.query('select pg_advisory_lock($1)', [Number.parseInt(hash, 16)])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return name
    await client.query(`create database ${draft}`)
    const db = await openDatabase({ folder: '', url: urlOf(cluster, draft), log: createLog({ level: 'silent' }) })
    await db.migrate(sets, 0)
    await db.close()
    await client.query(`alter database ${draft} rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}

function urlOf(cluster: string, name: string) {
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return url.href
}

const administrators = new Map<string, Promise<pg.Client>>()

/** One connection is kept for this, until its cluster ends: another one costs more than what is said. */
async function run(cluster: string, statement: string) {
  const connecting = administrators.get(cluster) ?? connect(cluster)
  administrators.set(cluster, connecting)
  await (await connecting).query(statement)
}

async function connect(cluster: string) {
  const client = new pg.Client(cluster)
  client.on('error', () => void administrators.delete(cluster))
  await client.connect()
  return client
}
