/** Sign-ins as rows, and the rotation of their refresh tokens (rules in SPEC.md). */
import { Problem } from '#contract/problem'
import { day, second } from '#std/duration'
import type { Reader, Tx } from '#core/db'
import { signInEnded, type Person } from './contract.ts'
import { toPerson } from './people.ts'
import { hashOf, newToken, signInIdOf, successorOf } from './refresh-token.ts'
import { authTables, type SignInRow } from './schema.ts'

/** A second tab may present the replaced token for this long. */
export const replayWindow = 30 * second
/** A sign-in that was not renewed for this long is over. */
export const refreshLifetime = 60 * day

export interface Rotated {
  outcome: 'rotated' | 'replayed' | 'ended'
  signIn: SignInRow
  token: string
}

export async function addSignIn(tx: Tx, { id, personId, now }: { id: string; personId: string; now: number }) {
  const token = newToken(id)
  const row = {
    id,
    person: personId,
    created_at: now,
    rotated_at: now,
    ended_at: null,
    token: hashOf(token),
    previous: null,
  }
  await authTables(tx).insertInto('sign_ins').values(row).execute()
  return token
}

const refuse = (words: string) => new Problem(signInEnded, words)

/**
 * Trades `token` for its successor. A replay after the window answers `ended`: the caller must commit that and then
 * refuse. Throws (401) for a token that no living sign-in knows.
 */
export async function rotate(tx: Tx, token: string, { now, key }: { now: number; key: string }): Promise<Rotated> {
  const signIn = await findLiving(tx, signInIdOf(token), now)
  if (!signIn) throw refuse('This sign-in has ended. Sign in again.')
  const successor = successorOf(token, key)
  const hash = hashOf(token)
  if (signIn.token === hash) {
    const change = { token: hashOf(successor), previous: hash, rotated_at: now }
    await authTables(tx).updateTable('sign_ins').set(change).where('id', '=', signIn.id).execute()
    return { outcome: 'rotated', signIn, token: successor }
  }
  if (signIn.previous === hash && now - signIn.rotated_at <= replayWindow) {
    return { outcome: 'replayed', signIn, token: successor }
  }
  await endSignIn(tx, signIn.id, now)
  return { outcome: 'ended', signIn, token: '' }
}

export async function endSignIn(tx: Tx, id: string, now: number) {
  const query = authTables(tx).updateTable('sign_ins').set({ ended_at: now })
  await query.where('id', '=', id).where('ended_at', 'is', null).execute()
}

export async function pruneSignIns(tx: Tx, now: number) {
  await authTables(tx)
    .deleteFrom('sign_ins')
    .where((row) => row.or([row('ended_at', '<', now - day), row('rotated_at', '<', now - refreshLifetime)]))
    .execute()
}

async function findLiving(reader: Reader, id: string, now: number) {
  const query = authTables(reader).selectFrom('sign_ins').selectAll().where('id', '=', id)
  return query
    .where('ended_at', 'is', null)
    .where('rotated_at', '>', now - refreshLifetime)
    .executeTakeFirst()
}

/** The person of a sign-in that has not ended. */
export async function findSignedIn(
  reader: Reader,
  { personId, signInId }: { personId: string; signInId: string },
): Promise<Person | undefined> {
  const row = await authTables(reader)
    .selectFrom('people')
    .innerJoin('sign_ins', 'sign_ins.person', 'people.id')
    .selectAll('people')
    .where('people.id', '=', personId)
    .where('sign_ins.id', '=', signInId)
    .where('sign_ins.ended_at', 'is', null)
    .executeTakeFirst()
  return row && toPerson(row)
}
