/** What accounts keep of a person. Secrets and their hashes are never exported. */
import type { Reader } from '#core/db'
import { asJson, type PersonalRecords } from '#core/personal'
import { listKeysOf } from '../keys/keys.ts'
import { findPerson, toPerson } from '../people/people.ts'
import { authTables } from '../schema.ts'

export const accountRecords: PersonalRecords = {
  name: 'account',
  async *export(reader, owner) {
    const row = await findPerson(reader, owner)
    if (!row) return
    yield asJson('person.json', toPerson(row))
    yield asJson('sign-ins.json', await readSignIns(reader, owner))
    yield asJson('keys.json', await listKeysOf(reader, owner))
  },
  /** Sign-ins, keys, links and exports are tied to the person's row and go with it. */
  async erase(tx, owner) {
    const row = await findPerson(tx, owner)
    if (!row) return
    await authTables(tx).deleteFrom('invitations').where('email', '=', row.email).execute()
    await authTables(tx).deleteFrom('people').where('id', '=', owner).execute()
  },
}

async function readSignIns(reader: Reader, owner: string) {
  return authTables(reader)
    .selectFrom('sign_ins')
    .select(['id', 'device', 'created_at as createdAt', 'rotated_at as lastUsedAt', 'ended_at as endedAt'])
    .where('person', '=', owner)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
