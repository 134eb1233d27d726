/** Asks a person who is signed in for the password again, before what cannot be taken back. */
import { Problem } from '#contract/problem'
import { wrongPassword, type Person } from '../contract.ts'
import type { AuthContext } from '../needs.ts'
import { findPerson } from '../people/people.ts'
import { countTry } from './back-off.ts'

/** Refuses (403) when this is not the password of the person, and (429) after many wrong ones. */
export async function assertPassword(
  context: AuthContext,
  { id, email }: Pick<Person, 'id' | 'email'>,
  password: string,
) {
  await countTry(context, email)
  const row = await findPerson(context.db.read, id)
  if (!(await context.passwords.matches(password, row?.password)))
    throw new Problem(wrongPassword, 'This is not your password. Nothing was changed.')
}
