/** The one-time link that makes the first administrator. A new start prints a new one, and only the newest works. */
import { Problem } from '#contract/problem'
import type { Db, Tx } from '#core/db'
import { linkSpent } from '../contract.ts'
import { hashOf, newSecret } from '../secret.ts'
import { authTables } from '../schema.ts'

export async function makeFirstLink({ db, now }: { db: Db; now: () => number }) {
  const token = newSecret()
  const row = { token: hashOf(token), created_at: now() }
  await db.write(async (tx) => {
    await authTables(tx)
      .insertInto('first_links')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  })
  return token
}

/** Refuses (403) any token but the newest, and every token that was used. */
export async function spendFirstLink(tx: Tx, token: string) {
  const query = authTables(tx).deleteFrom('first_links').where('token', '=', hashOf(token)).returning('id')
  if (await query.executeTakeFirst()) return
  throw new Problem(
    linkSpent,
    'This link was used, or a newer one was printed. Look at the last lines that Cairn printed at its start.',
  )
}
