/** Sign-ins as rows, and the rotation of their refresh tokens (rules in SPEC.md). */
import { day, second } from '#std/duration'
import type { Reader, Tx } from '#core/db'
import type { Person } from './contract.ts'
import { toPerson } from './people.ts'
import { hashOf, newToken, signInIdOf, successorOf } from './refresh-token.ts'
import { authTables, type SignInRow } from './schema.ts'

/** Two tabs may present a replaced token and its successor side by side for this long. */
const replayWindow = 30 * second
/** A sign-in that was not renewed for this long is over. */
export const refreshLifetime = 60 * day

export interface Rotated {
  signIn: SignInRow
  /** What the browser has to keep now; undefined when the sign-in was ended by this. */
  token: string | undefined
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

/**
 * Trades `token` for its successor. A token that is neither the living one nor its predecessor within the window ends
 * the sign-in: the caller must commit that and then refuse. Undefined when no living sign-in is meant.
 */
export async function rotate(
  tx: Tx,
  token: string,
  { now, key }: { now: number; key: string },
): Promise<Rotated | undefined> {
  const signIn = await findLiving(tx, signInIdOf(token), now)
  if (!signIn) return undefined
  const hash = hashOf(token)
  const isWithinWindow = now - signIn.rotated_at <= replayWindow
  if (signIn.token === hash)
    return { signIn, token: isWithinWindow ? token : await replace(tx, signIn, { token, now, key }) }
  if (signIn.previous === hash && isWithinWindow) return { signIn, token: successorOf(token, key) }
  await endSignIn(tx, signIn.id, now)
  return { signIn, token: undefined }
}

async function replace(tx: Tx, { id }: SignInRow, { token, now, key }: { token: string; now: number; key: string }) {
  const successor = successorOf(token, key)
  const change = { token: hashOf(successor), previous: hashOf(token), rotated_at: now }
  await authTables(tx).updateTable('sign_ins').set(change).where('id', '=', id).execute()
  return successor
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
