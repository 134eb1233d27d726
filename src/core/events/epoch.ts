/** The epoch names one life of the log: positions heard in another life mean nothing in this one. */
import { sql } from 'kysely'
import type { Db, Reader } from '#core/db'
import { eventTables } from './schema.ts'

/** Begins a new epoch in a new record, and in one that was restored elsewhere. */
export async function beginEpoch(db: Db, epoch: string) {
  const life = db.engine === 'postgres' ? await readLife(db.read) : null
  await db.write(async (tx) => {
    const known = await eventTables(tx).selectFrom('event_epochs').select('life').executeTakeFirst()
    if (known?.life === life) return
    const row = { epoch, life }
    await eventTables(tx)
      .insertInto('event_epochs')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  })
}

/** The cluster and the database in it. */
async function readLife(reader: Reader) {
  const query = sql<{ life: string }>`
    select system_identifier || '/' || (select oid from pg_database where datname = current_database()) as life
    from pg_control_system()`
  const { rows } = await query.execute(reader)
  return rows[0]?.life ?? null
}

export async function readEpoch(reader: Reader) {
  const row = await eventTables(reader).selectFrom('event_epochs').select('epoch').executeTakeFirstOrThrow()
  return row.epoch
}
