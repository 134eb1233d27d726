/**
 * Undo: a change keeps what it replaced for thirty days and can be taken back by the person it belongs to. What can be
 * restored, and how, is declared by the module that makes the change; so is what it means to erase it for good.
 */
import { z } from 'zod'
import { ChangeId } from '#contract/id'
import { Problem } from '#contract/problem'
import { day } from '#std/duration'
import { toJson } from '#std/json'
import { chunksOf } from '#std/list'
import { readPage, type Db, type Reader, type Tx } from '#core/db'
import type { JobDefinition } from '#core/jobs'
import { changeNotFound, changeOvertaken, changeUndone, type Change } from './contract.ts'
import { undoTables, type ChangeRow } from './schema.ts'

export { undoMigrations } from './schema.ts'
export { changeRecords } from './personal.ts'

const keptFor = 30 * day

export interface NewChange {
  /** `journey.session-deleted`, as an event name. */
  kind: string
  owner: string
  subject: string
  label: string
  /** What stood there before; given back to `restore`. */
  before: unknown
}

/** How changes of one kind are taken back, and what happens when their time is over. */
export interface ChangeKind {
  kind: string
  restore(tx: Tx, change: { owner: string; subject: string; before: unknown }): Promise<void>
  /** Called once the change can no longer be undone. */
  expire?(tx: Tx, change: { owner: string; subject: string; before: unknown }): Promise<void>
}

export interface Undo {
  /** Keeps what a change replaces, in the same transaction. */
  keep(tx: Tx, change: NewChange): Promise<ChangeId>
  /** Drops what is kept of these subjects, which are erased for good: their changes cannot be undone any more. */
  forget(tx: Tx, owner: string, subjects: readonly string[]): Promise<void>
  register(kind: ChangeKind): void
  handlers: ReturnType<typeof undoHandlers>
  /** The daily job that lets old changes go. */
  expiry: JobDefinition<typeof emptyPayload, unknown>
}

interface Needs {
  db: Db
  now: () => number
  newId: () => string
}
type Context = Needs & { kinds: ReadonlyMap<string, ChangeKind> }

const emptyPayload = z.object({})

export function createUndo(needs: Needs): Undo {
  const kinds = new Map<string, ChangeKind>()
  const context = { ...needs, kinds }
  return {
    async keep(tx, { before, ...change }) {
      const id = ChangeId.parse(needs.newId())
      const at = needs.now()
      const row = { ...change, id, before: toJson(before), at, expires_at: at + keptFor, undone_at: null }
      await undoTables(tx).insertInto('changes').values(row).execute()
      return id
    },
    forget,
    register(kind) {
      if (kinds.has(kind.kind)) throw new Error(`The change ${kind.kind} is declared twice`)
      kinds.set(kind.kind, kind)
    },
    handlers: undoHandlers(context),
    expiry: {
      kind: 'undo.expire-changes',
      payload: emptyPayload,
      steps: ['expire'],
      every: day,
      footprint: 'frees',
      run: (_, work) => work.write('expire', (tx) => expireAll(context, tx)),
    },
  }
}

const mostInOneStatement = 500

async function forget(tx: Tx, owner: string, subjects: readonly string[]) {
  for (const some of chunksOf(subjects, mostInOneStatement)) {
    const query = undoTables(tx).deleteFrom('changes').where('owner', '=', owner)
    await query.where('subject', 'in', some).execute()
  }
}

const noSuchChange = () => new Problem(changeNotFound, 'There is no such change, or its thirty days are over.')
const newestFirst = { by: 'at', key: z.int(), direction: 'desc' } as const

interface ListRequest {
  caller: { id: string }
  query: { cursor?: string | undefined; limit: number }
}

function undoHandlers(context: Context) {
  return {
    async listChanges(_: unknown, { caller, query }: ListRequest) {
      const { rows, next } = await readPage(selectMine(context, caller.id), newestFirst, query)
      return { items: rows.map(toChange), next }
    },
    undoChange: (_: unknown, { caller, params }: { caller: { id: string }; params: { changeId: string } }) =>
      context.db.write((tx) => undoOne(context, tx, { owner: caller.id, id: params.changeId })),
  }
}

/** Kinds of a space that is not here (any more) wait for its return. */
const known = ({ kinds }: Context) => ['', ...kinds.keys()]

function selectMine(context: Context, owner: string) {
  const mine = undoTables(context.db.read).selectFrom('changes').selectAll().where('owner', '=', owner)
  const living = mine.where('undone_at', 'is', null).where('expires_at', '>', context.now())
  return living.where('kind', 'in', known(context))
}

async function undoOne({ kinds, now }: Context, tx: Tx, { owner, id }: { owner: string; id: string }) {
  const row = await findChange(tx, owner, id)
  const kind = row && kinds.get(row.kind)
  if (!row || !kind || row.expires_at <= now()) throw noSuchChange()
  if (row.undone_at !== null) throw new Problem(changeUndone, 'This was undone already.')
  if (await isOvertaken(tx, row)) {
    throw new Problem(changeOvertaken, 'This was changed again since. Undo the newer change first.')
  }
  await kind.restore(tx, { owner, subject: row.subject, before: JSON.parse(row.before) })
  const undone = { ...row, undone_at: now() }
  await undoTables(tx).updateTable('changes').set({ undone_at: undone.undone_at }).where('id', '=', id).execute()
  return toChange(undone)
}

/** Putting back what stood before an older change would silently drop the newer one. */
async function isOvertaken(reader: Reader, { id, owner, kind, subject, at }: ChangeRow) {
  const newer = await undoTables(reader)
    .selectFrom('changes')
    .select('id')
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('undone_at', 'is', null)
    .where((row) => row.or([row('at', '>', at), row('at', '=', at).and('id', '>', id)]))
    .executeTakeFirst()
  return newer !== undefined
}

function findChange(reader: Reader, owner: string, id: string) {
  const query = undoTables(reader).selectFrom('changes').selectAll()
  return query.where('id', '=', id).where('owner', '=', owner).executeTakeFirst()
}

async function expireAll(context: Context, tx: Tx) {
  const old = undoTables(tx).selectFrom('changes').selectAll().where('expires_at', '<=', context.now())
  for (const row of await old.where('kind', 'in', known(context)).orderBy('at').orderBy('id').execute()) {
    const { id, kind, owner, subject, undone_at } = row
    const before: unknown = JSON.parse(row.before)
    if (undone_at === null) await context.kinds.get(kind)?.expire?.(tx, { owner, subject, before })
    await undoTables(tx).deleteFrom('changes').where('id', '=', id).execute()
  }
}

function toChange(row: ChangeRow): Change {
  return {
    id: ChangeId.parse(row.id),
    kind: row.kind,
    label: row.label,
    subject: row.subject,
    at: row.at,
    expiresAt: row.expires_at,
    undoneAt: row.undone_at,
  }
}
