/** People as rows. */
import { PersonId } from '#contract/id'
import { Problem } from '#contract/problem'
import type { Reader, Tx } from '#core/db'
import { emailTaken, Role, type Person } from './contract.ts'
import { authTables, type PersonRow } from './schema.ts'

export interface NewPerson {
  id: string
  email: string
  name: string
  role: Role
  password: string
  at: number
}

/** Refuses (409) an address that has an account. */
export async function addPerson(tx: Tx, { at, ...person }: NewPerson): Promise<Person> {
  const row = { ...person, created_at: at }
  const added = await authTables(tx)
    .insertInto('people')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new Problem(emailTaken, 'There is an account with this address. Sign in instead.')
  return toPerson(row)
}

export const findByEmail = (reader: Reader, email: string) =>
  authTables(reader).selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()

export async function renamePerson(tx: Tx, id: string, name: string): Promise<Person> {
  const query = authTables(tx).updateTable('people').set({ name }).where('id', '=', id).returningAll()
  return toPerson(await query.executeTakeFirstOrThrow())
}

export async function needsAdministrator(reader: Reader) {
  const query = authTables(reader).selectFrom('people').select('id').where('role', '=', 'administrator')
  return (await query.limit(1).executeTakeFirst()) === undefined
}

export function toPerson({ id, email, name, role, created_at }: PersonRow): Person {
  return { id: PersonId.parse(id), email, name, role: Role.parse(role), createdAt: created_at }
}
