/** The endpoints of administrators about people. They open no content: only accounts, and never a password. */
import { Problem } from '#contract/problem'
import { toItems, type PageAsked, type Reader, type Tx } from '#core/db'
import type { Caller } from '../caller.ts'
import { invitationUseless, personNotFound, type PersonChange, type PersonEntry, type Role } from '../contract.ts'
import { endKeysOf } from '../keys/keys.ts'
import { tell, type AuthContext } from '../needs.ts'
import { authTables, type PersonRow } from '../schema.ts'
import { newSecret } from '../secret.ts'
import { endSignIns } from '../sign-ins/sign-ins.ts'
import { addInvitation, listInvitations, removeInvitation } from './invitations.ts'
import { assertNotLastAdministrator, findPeople, findPerson, toPerson } from './people.ts'
import { putResetLink } from './reset-links.ts'

interface About {
  caller: Caller
  params: { personId: string }
}

export function peopleHandlers(context: AuthContext) {
  const { db } = context
  return {
    async listPeople(_: unknown, { query }: { query: PageAsked & { search?: string | undefined } }) {
      return toItems(await findPeople(db.read, query), toEntry)
    },
    getPerson: async (_: unknown, { params }: About) => toEntry(await find(db.read, params.personId)),
    updatePerson: (_: unknown, request: About & { body: PersonChange }) =>
      db.write((tx) => updatePerson(context, tx, request)),
    makeResetLink: (_: unknown, request: About) => makeResetLink(context, request),
    ...invitationHandlers(context),
  }
}

function invitationHandlers(context: AuthContext) {
  const { db, newId, now } = context
  return {
    listInvitations: (_: unknown, { query }: { query: PageAsked }) => listInvitations(db.read, now(), query),
    async makeInvitation(_: unknown, { caller, body }: { caller: Caller; body: { email: string | null; role: Role } }) {
      await assertNotClosed(context)
      const token = newSecret()
      const invitation = await db.write(async (tx) => {
        const added = await addInvitation(tx, { ...body, id: newId(), token, now: now() })
        await tellOfInvitation(context, tx, { name: 'account.invitation-made', id: added.id, actor: caller.id })
        return added
      })
      return { ...invitation, token }
    },
    async endInvitation(_: unknown, { caller, params }: { caller: Caller; params: { invitationId: string } }) {
      const id = params.invitationId
      await db.write(async (tx) => {
        await removeInvitation(tx, id, now())
        await tellOfInvitation(context, tx, { name: 'account.invitation-ended', id, actor: caller.id })
      })
      return {}
    },
  }
}

/** An invitation that nobody could use is not made. */
async function assertNotClosed({ settings }: AuthContext) {
  if ((await settings.read('account.registration')) !== 'closed') return
  throw new Problem(invitationUseless, 'Registration is closed here. Set it to “by invitation” first.')
}

/** Invitations belong to the installation: no person owns the event. */
const tellOfInvitation = (
  { events }: AuthContext,
  tx: Tx,
  { name, id, actor }: { name: `account.${string}`; id: string; actor: string },
) => events.append(tx, { name, topic: 'invitations', entity: id, owner: '', actor })

async function find(reader: Reader, personId: string): Promise<PersonRow> {
  const row = await findPerson(reader, personId)
  if (!row) throw new Problem(personNotFound, 'There is no such person.')
  return row
}

const toEntry = (row: PersonRow): PersonEntry => ({ ...toPerson(row), disabledAt: row.disabled_at })

async function updatePerson(
  context: AuthContext,
  tx: Tx,
  { caller, params, body: { role, isDisabled } }: About & { body: PersonChange },
) {
  const before = await find(tx, params.personId)
  const after = {
    role: role ?? before.role,
    disabled_at: (isDisabled ?? before.disabled_at !== null) ? (before.disabled_at ?? context.now()) : null,
  }
  if (before.role === 'administrator' && (after.role !== 'administrator' || after.disabled_at !== null))
    await assertNotLastAdministrator(tx, before.id)
  await authTables(tx).updateTable('people').set(after).where('id', '=', before.id).execute()
  const told = { person: before.id, actor: caller.id }
  if (after.role !== before.role) await tell(context, tx, { name: 'account.role-changed', ...told })
  if (after.disabled_at !== before.disabled_at) await endOrResume(context, tx, { ...told, at: after.disabled_at })
  return toEntry({ ...before, ...after })
}

/** Who is disabled is signed out at once; keys end, and stay ended. */
async function endOrResume(
  context: AuthContext,
  tx: Tx,
  { person, actor, at }: { person: string; actor: string; at: number | null },
) {
  if (at === null) return tell(context, tx, { name: 'account.person-enabled', person, actor })
  await endSignIns(tx, { personId: person, now: at })
  await endKeysOf(tx, person)
  await tell(context, tx, { name: 'account.person-disabled', person, actor })
}

async function makeResetLink(context: AuthContext, { caller, params: { personId } }: About) {
  const token = newSecret()
  return context.db.write(async (tx) => {
    await find(tx, personId)
    await tell(context, tx, { name: 'account.reset-link-made', person: personId, actor: caller.id })
    return putResetLink(tx, personId, { token, now: context.now() })
  })
}
