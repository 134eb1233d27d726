/** Sign-ins as rows. */
import { SignInId } from '#contract/id'
import { day } from '#std/duration'
import { newestFirst, readPage, toItems, type PageAsked, type Reader, type Tx } from '#core/db'
import type { Person, SignIn } from '../contract.ts'
import { toPerson } from '../people/people.ts'
import { authTables, type SignInRow } from '../schema.ts'
import { hashOf } from '../secret.ts'
import { newToken } from './refresh-token.ts'

/** A sign-in that was not renewed for this long is over. */
export const refreshLifetime = 60 * day

interface NewSignIn {
  id: string
  personId: string
  device: string | null
  now: number
}

/** Answers the refresh token of the new sign-in. */
export async function addSignIn(tx: Tx, { id, personId, device, now }: NewSignIn) {
  const token = newToken(id)
  const times = { created_at: now, rotated_at: now, ended_at: null }
  const row = { id, person: personId, ...times, token: hashOf(token), previous: null, device }
  await authTables(tx).insertInto('sign_ins').values(row).execute()
  return token
}

/** Ends the living sign-ins of a person that `which` names. Answers how many there were. */
export async function endSignIns(
  tx: Tx,
  which: { personId: string; now: number; only?: string; except?: string },
): Promise<number> {
  let query = authTables(tx).updateTable('sign_ins').set({ ended_at: which.now })
  query = query.where('person', '=', which.personId).where('ended_at', 'is', null)
  query = query.where('rotated_at', '>', which.now - refreshLifetime)
  if (which.only !== undefined) query = query.where('id', '=', which.only)
  if (which.except !== undefined) query = query.where('id', '<>', which.except)
  return (await query.returning('id').execute()).length
}

export async function pruneSignIns(tx: Tx, now: number) {
  await authTables(tx)
    .deleteFrom('sign_ins')
    .where((row) => row.or([row('ended_at', '<', now - day), row('rotated_at', '<', now - refreshLifetime)]))
    .execute()
}

export const selectLiving = (reader: Reader, now: number) =>
  authTables(reader)
    .selectFrom('sign_ins')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('rotated_at', '>', now - refreshLifetime)

/** The living sign-ins of a person, newest first. */
export async function listSignIns(
  reader: Reader,
  { personId, current, now }: { personId: string; current: string; now: number },
  paging: PageAsked,
) {
  const living = selectLiving(reader, now).where('person', '=', personId)
  return toItems(await readPage(living, newestFirst, paging), (row) => toSignIn(row, current))
}

const toSignIn = ({ id, created_at, rotated_at, device }: SignInRow, current: string): SignIn => ({
  id: SignInId.parse(id),
  createdAt: created_at,
  lastUsedAt: rotated_at,
  device,
  isCurrent: id === current,
})

/** The person of a sign-in that has not ended, unless the person is disabled. */
export async function findSignedIn(
  reader: Reader,
  { personId, signInId }: { personId: string; signInId: string },
): Promise<Person | undefined> {
  const row = await authTables(reader)
    .selectFrom('people')
    .innerJoin('sign_ins', 'sign_ins.person', 'people.id')
    .selectAll('people')
    .where('people.id', '=', personId)
    .where('people.disabled_at', 'is', null)
    .where('sign_ins.id', '=', signInId)
    .where('sign_ins.ended_at', 'is', null)
    .executeTakeFirst()
  return row && toPerson(row)
}
