/** How every connection to PostgreSQL is made: its limits, and numbers as numbers. */
import pg from 'pg'
import { minute, second } from '#std/duration'

const { builtins } = pg.types

/** Milliseconds. A transaction that waits for its program holds back the log of everybody. */
const limits = {
  statement_timeout: minute,
  lock_timeout: 10 * second,
  idle_in_transaction_session_timeout: minute,
}
const longestConnecting = 10 * second

/** Integers of the record are below 2^53, and sums of them too. */
const numbers: readonly number[] = [builtins.INT8, builtins.NUMERIC]

const parserOf = (id: number, format: 'text' | 'binary' = 'text'): unknown => pg.types.getTypeParser(id, format)

const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (numbers.includes(id) && format !== 'binary' ? Number : parserOf(id, format)),
}

export function connectionOf(url: string, settings: Record<string, string> = {}): pg.ClientConfig {
  const options = Object.entries({ ...limits, ...settings }).map(([name, value]) => `-c ${name}=${value}`)
  return {
    connectionString: url,
    application_name: 'cairn',
    connectionTimeoutMillis: longestConnecting,
    keepAlive: true,
    options: options.join(' '),
    types,
  }
}
