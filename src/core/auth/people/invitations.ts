/** Invitations: a one-time link of an administrator with which somebody makes an account. */
import { InvitationId } from '#contract/id'
import { Problem } from '#contract/problem'
import { day } from '#std/duration'
import { newestFirst, readPage, toItems, type PageAsked, type Reader, type Tx } from '#core/db'
import {
  invitationNotFound,
  linkSpent,
  mostInvitations,
  Role,
  tooManyInvitations,
  type Invitation,
} from '../contract.ts'
import { authTables, type InvitationRow } from '../schema.ts'
import { hashOf } from '../secret.ts'

const lifetime = 7 * day

interface NewInvitation {
  id: string
  token: string
  email: string | null
  role: Role
  now: number
}

/** Refuses (409) when very many wait already. */
export async function addInvitation(tx: Tx, { id, token, email, role, now }: NewInvitation): Promise<Invitation> {
  const open = await selectOpen(tx, now).limit(mostInvitations).execute()
  if (open.length >= mostInvitations)
    throw new Problem(tooManyInvitations, `${mostInvitations} invitations wait already. Take some back first.`)
  const row = { id, token: hashOf(token), email, role, created_at: now, expires_at: now + lifetime }
  await authTables(tx).insertInto('invitations').values(row).execute()
  return toInvitation(row)
}

/** Invitations that can still be used, newest first. */
export const listInvitations = async (reader: Reader, now: number, paging: PageAsked) =>
  toItems(await readPage(selectOpen(reader, now), newestFirst, paging), toInvitation)

/** Refuses (404) an invitation that is not there, was used or is over. */
export async function removeInvitation(tx: Tx, id: string, now: number) {
  const query = authTables(tx).deleteFrom('invitations').where('id', '=', id).where('expires_at', '>', now)
  if (await query.returning('id').executeTakeFirst()) return
  throw new Problem(invitationNotFound, 'There is no such invitation, or it was used, or it is over.')
}

/** Answers what the invitation was for. Refuses (403) one that was used, is over, or is for another address. */
export async function spendInvitation(tx: Tx, { token, email, now }: { token: string; email: string; now: number }) {
  const spent = await authTables(tx)
    .deleteFrom('invitations')
    .where('token', '=', hashOf(token))
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  if (!spent) throw new Problem(linkSpent, 'This invitation was used or is over. Ask an administrator for another.')
  if (spent.email !== null && spent.email !== email)
    throw new Problem(linkSpent, 'This invitation is for another address. Register with that one.')
  return toInvitation(spent)
}

export async function pruneInvitations(tx: Tx, now: number) {
  await authTables(tx).deleteFrom('invitations').where('expires_at', '<=', now).execute()
}

const selectOpen = (reader: Reader, now: number) =>
  authTables(reader).selectFrom('invitations').selectAll().where('expires_at', '>', now)

function toInvitation({ id, email, role, created_at, expires_at }: InvitationRow): Invitation {
  const what = { id: InvitationId.parse(id), email, role: Role.parse(role) }
  return { ...what, createdAt: created_at, expiresAt: expires_at }
}
