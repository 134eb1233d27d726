/** Notes as rows. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { Problem } from '#contract/problem'
import type { MigrationSet, Reader, Tx } from '#core/db'
import type { Page } from '#core/projections'
import { asJson, type PersonalRecords } from '#core/personal'
import { fromJson, toJson } from '#std/json'
import type { Core } from '../../src/core/core.ts'
import { noteNotFound, type Note } from './notes-contract.ts'

type NotesTables = {
  notes: {
    id: string
    owner: string
    title: string
    text: string
    tags: string
    prints: number
    deleted_at: number | null
  }
}
export type NoteRow = Selectable<NotesTables['notes']>

export const notesTable = (reader: Reader) => reader.$extendTables<NotesTables>()

export const notesMigrations: MigrationSet = {
  module: 'notes',
  migrations: [
    {
      name: '0001-create-notes',
      statements: [
        `create table notes (
          id text primary key, owner text not null, title text not null, text text not null, tags text not null,
          prints bigint not null, deleted_at bigint
        )`,
      ],
    },
  ],
}

export interface Mine {
  owner: string
  id: string
}

export const findLiving = (reader: Reader, id: string) =>
  notesTable(reader)
    .selectFrom('notes')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()

export async function listLiving(reader: Reader, { after, limit }: Page) {
  const query = notesTable(reader).selectFrom('notes').select('id').where('deleted_at', 'is', null)
  const rows = await query.where('id', '>', after).orderBy('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

export async function findMine(reader: Reader, { owner, id }: Mine): Promise<NoteRow> {
  const row = await findLiving(reader, id)
  if (row?.owner !== owner) throw new Problem(noteNotFound, 'There is no such note.')
  return row
}

const Tags = z.array(z.string())
export const tagsOf = ({ tags }: NoteRow) => fromJson(Tags, tags)

export const toNote = (row: NoteRow): Note => ({ id: row.id, title: row.title, text: row.text, tags: tagsOf(row) })

export async function insertNote(core: Core, tx: Tx, { owner, ...note }: Omit<Note, 'id'> & { owner: string }) {
  const row = { ...note, id: core.newId(), owner, tags: toJson(note.tags), prints: 0, deleted_at: null }
  await notesTable(tx).insertInto('notes').values(row).execute()
  await tell(core, tx, { owner, id: row.id, name: 'notes.note-written' })
  return toNote(row)
}

/** Changes columns and tells the log; sees deleted notes too. */
export async function changeNote(core: Core, tx: Tx, { id, owner, change }: Mine & { change: Partial<NoteRow> }) {
  await notesTable(tx).updateTable('notes').set(change).where('id', '=', id).where('owner', '=', owner).execute()
  await tell(core, tx, { owner, id, name: 'notes.note-changed' })
}

export async function eraseNote(core: Core, tx: Tx, { owner, id }: Mine) {
  await notesTable(tx).deleteFrom('notes').where('id', '=', id).where('owner', '=', owner).execute()
  await tell(core, tx, { owner, id, name: 'notes.note-erased' })
}

export const noteRecords: PersonalRecords = {
  name: 'notes',
  async *export(reader, owner) {
    const rows = await notesTable(reader).selectFrom('notes').selectAll().where('owner', '=', owner).execute()
    yield asJson('notes.json', rows.map(toNote))
  },
  async erase(tx, owner) {
    await notesTable(tx).deleteFrom('notes').where('owner', '=', owner).execute()
  },
}

/** Appends an event of the notes. */
export const tell = (
  { events }: Pick<Core, 'events'>,
  tx: Tx,
  { owner, id, name }: Mine & { name: `notes.${string}` },
) => events.append(tx, { name, topic: 'notes', entity: id, owner, actor: owner })
