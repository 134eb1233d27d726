/** One-time links for a new password, handed out by an administrator. Only the newest of a person works, for a day. */
import { Problem } from '#contract/problem'
import { day } from '#std/duration'
import type { Tx } from '#core/db'
import { linkSpent, type OneTimeLink } from '../contract.ts'
import { authTables } from '../schema.ts'
import { hashOf } from '../secret.ts'

const lifetime = day

/** Keeps the hash of a new link in place of any earlier one. */
export async function putResetLink(tx: Tx, person: string, { token, now }: { token: string; now: number }) {
  const row = { token: hashOf(token), created_at: now, expires_at: now + lifetime }
  await authTables(tx)
    .insertInto('reset_links')
    .values({ person, ...row })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute()
  return { token, expiresAt: row.expires_at } satisfies OneTimeLink
}

/** Answers whose link it was. Refuses (403) what is no link, an older one, a used one or one of yesterday. */
export async function spendResetLink(tx: Tx, token: string, now: number) {
  const spent = await authTables(tx)
    .deleteFrom('reset_links')
    .where('token', '=', hashOf(token))
    .where('expires_at', '>', now)
    .returning('person')
    .executeTakeFirst()
  if (!spent) {
    throw new Problem(
      linkSpent,
      'This link was used, is over, or there is a newer one. Ask an administrator for another.',
    )
  }
  const query = authTables(tx).selectFrom('people').select(['id', 'email']).where('id', '=', spent.person)
  return query.executeTakeFirstOrThrow()
}
