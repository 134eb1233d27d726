/** Kysely on `node:sqlite`: statements are prepared once and tell whether they return rows. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { SqliteDialect, type SqliteStatement } from 'kysely'

const keptStatements = 300

/** `before` runs ahead of every statement and may refuse it by throwing. */
export function sqliteDialect(connection: DatabaseSync, before: () => void = () => {}) {
  const prepared = new Map<string, SqliteStatement>()
  return new SqliteDialect({
    database: {
      close: () => connection.close(),
      prepare(sql) {
        before()
        const known = prepared.get(sql)
        if (known) return known
        if (prepared.size >= keptStatements) prepared.clear()
        const statement = wrap(connection.prepare(sql))
        prepared.set(sql, statement)
        return statement
      },
    },
  })
}

function wrap(statement: StatementSync): SqliteStatement {
  const reader = statement.columns().length > 0
  return {
    reader,
    all: (parameters) => statement.all(...parameters.map(toInput)),
    run: (parameters) => statement.run(...parameters.map(toInput)),
    iterate: (parameters) => statement.iterate(...parameters.map(toInput)),
  }
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  if (value instanceof Uint8Array) return value
  throw new TypeError(`A ${typeof value} is not a column value`)
}
