/** Keys as rows. */
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { KeyId } from '#contract/id'
import { Problem } from '#contract/problem'
import { minute } from '#std/duration'
import { newestFirst, readPage, toItems, type Db, type PageAsked, type Reader, type Tx } from '#core/db'
import { fromJson, toJson } from '#std/json'
import { keyNotFound, mostKeys, tooManyKeys, type Key, type NewKey } from '../contract.ts'
import { toPerson } from '../people/people.ts'
import { authTables, type KeyRow } from '../schema.ts'
import { hashOf } from '../secret.ts'

/** The time of the last use is exact to this, so that reading with a key seldom writes. */
const usePrecision = minute

const Scopes = z.array(z.string())

/** Refuses (409) more than a person may have. Expired keys count until they are ended. */
export async function addKey(
  tx: Tx,
  { person, id, secret, now, ...key }: NewKey & { person: string; id: string; secret: string; now: number },
): Promise<Key> {
  const kept = await selectOf(tx, person).limit(mostKeys).execute()
  if (kept.length >= mostKeys) throw new Problem(tooManyKeys, `You have ${mostKeys} keys. End one of them first.`)
  const row = {
    id,
    person,
    name: key.name,
    secret: hashOf(secret),
    scopes: toJson([...new Set(key.scopes)].sort()),
    created_at: now,
    last_used_at: null,
    expires_at: key.expiresAt,
  }
  await authTables(tx).insertInto('account_keys').values(row).execute()
  return toKey(row)
}

/** The keys of a person, newest first. */
export const listKeys = async (reader: Reader, person: string, paging: PageAsked) =>
  toItems(await readPage(selectOf(reader, person), newestFirst, paging), toKey)

/** All keys of a person; `mostKeys` at most. */
export const listKeysOf = async (reader: Reader, person: string) =>
  (await selectOf(reader, person).orderBy('created_at').orderBy('id').execute()).map(toKey)

/** Refuses (404) a key that is not there or of somebody else. */
export async function removeKey(tx: Tx, { person, id }: { person: string; id: string }) {
  const query = authTables(tx).deleteFrom('account_keys').where('id', '=', id).where('person', '=', person)
  if (await query.returning('id').executeTakeFirst()) return
  throw new Problem(keyNotFound, 'There is no such key.')
}

export async function endKeysOf(tx: Tx, person: string) {
  await authTables(tx).deleteFrom('account_keys').where('person', '=', person).execute()
}

/** Who is behind a key that is in force, and what it was given. */
export async function findByKey(db: Db, { id, secret }: { id: string; secret: string }, now: number) {
  const row = await authTables(db.read)
    .selectFrom('account_keys as key')
    .innerJoin('people', 'people.id', 'key.person')
    .selectAll('people')
    .select(['key.secret', 'key.scopes', 'key.expires_at', 'key.last_used_at'])
    .where('key.id', '=', id)
    .where('people.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row || !isSame(row.secret, hashOf(secret))) return undefined
  if (row.expires_at !== null && row.expires_at <= now) return undefined
  if (row.last_used_at === null || row.last_used_at <= now - usePrecision) await markUsed(db, id, now)
  return { person: toPerson(row), scopes: fromJson(Scopes, row.scopes) }
}

const isSame = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other))

async function markUsed(db: Db, id: string, now: number) {
  await db.write(async (tx) => {
    await authTables(tx).updateTable('account_keys').set({ last_used_at: now }).where('id', '=', id).execute()
  })
}

const selectOf = (reader: Reader, person: string) =>
  authTables(reader).selectFrom('account_keys').selectAll().where('person', '=', person)

function toKey({ id, name, scopes, created_at, last_used_at, expires_at }: KeyRow): Key {
  const times = { createdAt: created_at, lastUsedAt: last_used_at, expiresAt: expires_at }
  return { id: KeyId.parse(id), name, scopes: fromJson(Scopes, scopes), ...times }
}
