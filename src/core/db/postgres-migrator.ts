/** Migrations on PostgreSQL, one process at a time. */
import type { ClientBase } from 'pg'
import { keyOfLock } from './postgres-election.ts'
import type { Migrator } from './migrations.ts'

export function migratorOf(client: ClientBase): Migrator {
  const run = async (statement: string) => void (await client.query(toPostgres(statement)))
  return {
    engine: 'postgres',
    run,
    async alone(work) {
      await client.query('set lock_timeout = 0')
      await client.query('select pg_advisory_lock($1)', [keyOfLock('migrations')])
      try {
        return await work()
      } finally {
        await client.query('select pg_advisory_unlock_all()')
        await client.query('reset lock_timeout')
      }
    },
    applied: async () => (await client.query<object>('select module, name, checksum from core_migrations')).rows,
    async note({ module, name, checksum, at }) {
      const insert = 'insert into core_migrations (module, name, checksum, at) values ($1, $2, $3, $4)'
      await client.query(insert, [module, name, checksum, at])
    },
    async transaction(work) {
      await client.query('begin')
      try {
        await work()
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    },
  }
}

/** Text compares by its bytes, as on SQLite, whatever the language of the database. */
const toPostgres = (statement: string) =>
  /^\s*(create|alter) table/i.test(statement) ? statement.replace(/(\w+) text\b/g, '$1 text collate "C"') : statement
