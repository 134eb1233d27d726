/** People as rows. */
import { sql } from 'kysely'
import { PersonId } from '#contract/id'
import { Problem } from '#contract/problem'
import { oldestFirst, readPage, type PageAsked, type Reader, type Tx } from '#core/db'
import { emailTaken, lastAdministrator, Role, type Person } from '../contract.ts'
import { authTables, type PersonRow } from '../schema.ts'

export interface NewPerson {
  id: string
  email: string
  name: string
  role: Role
  password: string
  at: number
}

const fold = ({ name, email }: { name: string; email: string }) => `${name} ${email}`.toLowerCase()

/** Refuses (409) an address that has an account. */
export async function addPerson(tx: Tx, { at, ...person }: NewPerson): Promise<Person> {
  const row = { ...person, folded: fold(person), created_at: at, disabled_at: null }
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

export const findPerson = (reader: Reader, id: string) =>
  authTables(reader).selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()

export async function renamePerson(tx: Tx, { id, email }: Person, name: string): Promise<Person> {
  const change = { name, folded: fold({ name, email }) }
  const query = authTables(tx).updateTable('people').set(change).where('id', '=', id).returningAll()
  return toPerson(await query.executeTakeFirstOrThrow())
}

/** People whose name or address holds `search`, oldest account first. */
export function findPeople(reader: Reader, { search = '', ...paging }: PageAsked & { search?: string | undefined }) {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const found = authTables(reader).selectFrom('people').selectAll()
  return readPage(found.where(sql<boolean>`folded like ${pattern} escape '\\'`), oldestFirst, paging)
}

export async function needsAdministrator(reader: Reader) {
  const query = authTables(reader).selectFrom('people').select('id').where('role', '=', 'administrator')
  return (await query.limit(1).executeTakeFirst()) === undefined
}

/** Refuses (409) to go on without this person when nobody else could administrate. */
export async function assertNotLastAdministrator(tx: Tx, id: string) {
  const other = await authTables(tx)
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst()
  if (other) return
  throw new Problem(lastAdministrator, 'This is the last administrator. Make somebody else one first.')
}

/** Refuses (409) the last administrator to leave others behind. */
export async function assertCanLeave(tx: Tx, { id, role }: Pick<Person, 'id' | 'role'>) {
  if (role !== 'administrator') return
  const other = await authTables(tx).selectFrom('people').select('id').where('id', '<>', id).limit(1).executeTakeFirst()
  if (other) await assertNotLastAdministrator(tx, id)
}

export function toPerson({ id, email, name, role, created_at }: PersonRow): Person {
  return { id: PersonId.parse(id), email, name, role: Role.parse(role), createdAt: created_at }
}
