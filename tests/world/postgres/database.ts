/** A database of its own in the tests' cluster. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

export interface TemporaryDatabase extends AsyncDisposable {
  /** Empty when the tests run on SQLite. */
  url: string
}

/** The record of one test: on the engine that this run is about. */
export async function createTestDatabase(): Promise<TemporaryDatabase> {
  const cluster = process.env.CAIRN_TEST_POSTGRES_URL
  if (!cluster) return { url: '', [Symbol.asyncDispose]: async () => {} }
  return createDatabase(cluster)
}

/** A new database in the cluster at this address. */
export async function createDatabase(cluster: string): Promise<TemporaryDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await run(cluster, `create database ${name}`)
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => run(cluster, `drop database ${name} with (force)`),
  }
}

async function run(url: string, statement: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
