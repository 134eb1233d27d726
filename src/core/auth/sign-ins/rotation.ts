/** The rotation of refresh tokens (rules in SPEC.md). */
import { second } from '#std/duration'
import type { Tx } from '#core/db'
import { authTables, type SignInRow } from '../schema.ts'
import { hashOf } from '../secret.ts'
import { signInIdOf, successorOf } from './refresh-token.ts'
import { endSignIns, selectLiving } from './sign-ins.ts'

/** Two tabs may present a replaced token and its successor side by side for this long. */
const replayWindow = 30 * second

export interface Rotated {
  signIn: SignInRow
  /** What the browser has to keep now; undefined when the sign-in was ended by this. */
  token: string | undefined
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
  const signIn = await selectLiving(tx, now).where('id', '=', signInIdOf(token)).executeTakeFirst()
  if (!signIn) return undefined
  const hash = hashOf(token)
  const isWithinWindow = now - signIn.rotated_at <= replayWindow
  if (signIn.token === hash)
    return { signIn, token: isWithinWindow ? token : await replace(tx, signIn, { token, now, key }) }
  if (signIn.previous === hash && isWithinWindow) return { signIn, token: successorOf(token, key) }
  await endSignIns(tx, { personId: signIn.person, only: signIn.id, now })
  return { signIn, token: undefined }
}

async function replace(tx: Tx, { id }: SignInRow, { token, now, key }: { token: string; now: number; key: string }) {
  const successor = successorOf(token, key)
  const change = { token: hashOf(successor), previous: hashOf(token), rotated_at: now }
  await authTables(tx).updateTable('sign_ins').set(change).where('id', '=', id).execute()
  return successor
}
