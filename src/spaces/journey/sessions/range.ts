/** All sessions of a span of time at once: into the bin as one change, or erased for good with every trace. */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import type { Reader, Tx } from '#core/db'
import { fromJson, toJson } from '#std/json'
import type { Core } from '../../../core/core.ts'
import { removeExport, findExport } from '../archive/exports.ts'
import { findImport, removeImport } from '../archive/imports.ts'
import { rangeTooLarge, type Range } from '../contract.ts'
import { journeyTables } from '../schema.ts'
import { deleteSession, eraseSession } from './sessions.ts'

const mostAtOnce = 1_000

interface Asked extends Range {
  owner: string
}

/** How many there are, and how many of the same days are in the bin already. */
export async function countRange(reader: Reader, asked: Asked) {
  const rows = await listRange(reader, asked)
  const inBin = rows.filter(({ deleted_at }) => deleted_at !== null).length
  return { sessions: rows.length - inBin, inBin }
}

const listRange = (reader: Reader, { owner, from, to }: Asked) =>
  journeyTables(reader)
    .selectFrom('journey_sessions')
    .select(['id', 'deleted_at'])
    .where('owner', '=', owner)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('id')
    .execute()

function assertFew(count: number) {
  if (count <= mostAtOnce) return
  const words = `These days hold more than ${mostAtOnce.toLocaleString('en')} sessions. Choose fewer days at a time.`
  throw new Problem(rangeTooLarge, words)
}

/** One change for all of them. */
export async function binRange(core: Core, tx: Tx, asked: Asked) {
  const { owner, from, to } = asked
  const living = (await listRange(tx, asked)).filter(({ deleted_at }) => deleted_at === null)
  assertFew(living.length)
  const ids = living.map(({ id }) => id)
  for (const id of ids) await deleteSession(core, tx, { owner, id })
  if (ids.length === 0) return { sessions: 0, changeId: null }
  const label = `${ids.length} from ${from} to ${to}`
  const change = { kind: 'journey.sessions-deleted', owner, subject: core.newId(), label, before: { ids } }
  return { sessions: ids.length, changeId: await core.undo.keep(tx, change) }
}

/** What is in the bin goes, too, as do archives that hold the erased sessions. Nothing of it can be undone. */
export async function eraseRange(core: Core, tx: Tx, asked: Asked) {
  const { owner } = asked
  const rows = await listRange(tx, asked)
  assertFew(rows.length)
  const ids = rows.map(({ id }) => id)
  for (const id of ids) {
    await markDeleted(core, tx, id)
    await eraseSession(core, tx, { owner, id })
  }
  if (ids.length > 0) await eraseAround(core, tx, { ...asked, ids: new Set(ids) })
  return { sessions: ids.length, changeId: null }
}

/** Only what is in the bin is erased; nobody hears of the moment between. */
const markDeleted = ({ now }: Core, tx: Tx, id: string) =>
  journeyTables(tx).updateTable('journey_sessions').set({ deleted_at: now() }).where('id', '=', id).execute()

async function eraseAround(core: Core, tx: Tx, { owner, from, to, ids }: Asked & { ids: ReadonlySet<string> }) {
  const { files, jobs } = core
  const [made, brought] = [await findExport(tx, owner), await findImport(tx, owner)]
  await removeExport(tx, files, owner)
  await removeImport(tx, files, owner)
  await jobs.forget(tx, owner, [made?.job_id ?? '', brought?.job_id ?? ''])
  const reflections = journeyTables(tx).deleteFrom('journey_reflections').where('owner', '=', owner)
  await reflections.where('from_day', '<=', to).where('to_day', '>=', from).execute()
  await narrowShares(tx, owner, ids)
}

const Ids = z.array(z.string())

/** A link to nothing but what was erased ends; the others show the rest. */
async function narrowShares(tx: Tx, owner: string, erased: ReadonlySet<string>) {
  const tables = journeyTables(tx)
  const shares = await tables
    .selectFrom('journey_shares')
    .select(['id', 'session_ids'])
    .where('owner', '=', owner)
    .execute()
  for (const { id, session_ids } of shares) {
    const left = fromJson(Ids, session_ids).filter((one) => !erased.has(one))
    if (left.length === 0) await tables.deleteFrom('journey_shares').where('id', '=', id).execute()
    else
      await tables
        .updateTable('journey_shares')
        .set({ session_ids: toJson(left) })
        .where('id', '=', id)
        .execute()
  }
}
