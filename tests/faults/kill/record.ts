/** The record itself, read beside the processes that work on it. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

export type Row = Record<string, unknown>

export interface RecordReader extends AsyncDisposable {
  engine: 'sqlite' | 'postgres'
  rows(sql: string): Promise<Row[]>
}

/** `url` is empty for the file in the data folder. It must be there already. */
export async function readRecord({ folder, url }: { folder: string; url: string }): Promise<RecordReader> {
  if (url !== '') return readPostgres(url)
  const file = new DatabaseSync(join(folder, 'cairn.sqlite'), { readOnly: true, timeout: 5000 })
  return {
    engine: 'sqlite',
    rows: async (sql) => file.prepare(sql).all(),
    [Symbol.asyncDispose]: async () => file.close(),
  }
}

async function readPostgres(url: string): Promise<RecordReader> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    engine: 'postgres',
    rows: async (sql) => (await client.query<Row>(sql)).rows,
    [Symbol.asyncDispose]: () => client.end(),
  }
}
