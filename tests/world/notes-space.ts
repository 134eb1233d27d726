/** A small space that is real and complete, so that the core is tested without knowing any other. */
import { z } from 'zod'
import type { Handlers } from '#contract/endpoint'
import { invalidRequest, Problem } from '#contract/problem'
import type { Caller } from '#core/auth'
import type { AppendedEvent } from '#core/events'
import type { GraphSource } from '#core/graph'
import type { Visit } from '#core/http'
import type { NotificationSource } from '#core/notifications'
import { defineJob, type JobDefinition } from '#core/jobs'
import type { SearchSource } from '#core/search'
import { defineSetting } from '#core/settings'
import { toJson } from '#std/json'
import type { Core } from '../../src/core/core.ts'
import { defineSpace, type Space } from '../../src/core/space.ts'
import { mostAttached, notesApi } from './notes-contract.ts'
import {
  changeNote,
  eraseNote,
  findLiving,
  findMine,
  insertNote,
  listLiving,
  noteRecords,
  notesMigrations,
  notesTable,
  tagsOf,
  toNote,
} from './notes-table.ts'
import { createWorld, type World, type WorldOptions } from './world.ts'

export interface NotesWorld extends World {
  /** The core of the app that runs now. */
  core(): Core
}

type Jobs = readonly JobDefinition<z.ZodType, Core>[]

/** A world with the notes, and with jobs of the test's own. */
export async function createNotesWorld({ jobs = [], ...options }: WorldOptions & { jobs?: Jobs } = {}) {
  const { space, core } = createNotes(jobs)
  const world = await createWorld({ ...options, spaces: [space, ...(options.spaces ?? [])] })
  return Object.assign(world, { core }) satisfies NotesWorld
}

export function createNotes(jobs: Jobs = []): { space: Space; core(): Core } {
  const cores: Core[] = []
  const space = defineSpace({
    name: 'notes',
    migrations: notesMigrations,
    settings: [paper, printers],
    commands: [],
    records: noteRecords,
    api: notesApi,
    handlers,
    jobs: [printNote, ...jobs],
    search: [noteSearch],
    graph: [noteGraph],
    changes,
    notifications,
    hold(core) {
      cores.push(core)
      return {}
    },
    release: async () => {},
  })
  return {
    space,
    core() {
      const core = cores.at(-1)
      if (!core) throw new Error('No app was opened with these notes')
      return core
    },
  }
}

const paper = defineSetting({
  name: 'notes.paper',
  scope: 'person',
  schema: z.enum(['plain', 'squared']),
  fallback: 'plain',
})
const printers = defineSetting({
  name: 'notes.printers',
  scope: 'installation',
  schema: z.int().min(1),
  fallback: 1,
})

/** A note that could not be printed is a better word than that something could not be finished. */
const notifications: readonly NotificationSource[] = [
  {
    name: 'notes.note-not-printed',
    from({ name, payload }) {
      const isOurs = name === 'jobs.job-changed' && payload.kind === 'notes.print-note'
      if (!isOurs || payload.state !== 'failed') return undefined
      return { title: 'A note could not be printed', link: '/notes', level: 'problem' }
    },
  },
]

const touchedNote = ({ topic, entity }: AppendedEvent) => (topic === 'notes' ? entity : undefined)

const noteSearch: SearchSource = {
  space: 'notes',
  kind: 'note',
  touchedBy: touchedNote,
  async load(reader, id) {
    const row = await findLiving(reader, id)
    return row && { owner: row.owner, title: row.title, body: row.text, tags: tagsOf(row), at: 0 }
  },
  all: listLiving,
}

/** A note is tied to its tags; a note without tags stands in no graph. */
const noteGraph: GraphSource = {
  touchedBy: async (_, event) => [touchedNote(event) ?? []].flat(),
  async load(reader, id) {
    const row = await findLiving(reader, id)
    if (!row) return undefined
    const source = `note:${id}`
    const tags = tagsOf(row).map((tag) => ({ id: `tag:${tag}`, kind: 'tag', label: tag, ref: null }))
    const evidence = { ref: id, day: null, quote: null, place: null }
    const edges = tags.map((tag) => ({ source, target: tag.id, type: 'TAGGED', weight: 1, evidence }))
    return { owner: row.owner, nodes: [{ id: source, kind: 'note', label: row.title, ref: id }, ...tags], edges }
  },
  all: listLiving,
}

const printNote = defineJob({
  kind: 'notes.print-note',
  payload: z.object({ noteId: z.string() }),
  steps: ['typeset', 'print'],
  async run(core: Core, { payload: { noteId: id }, owner, ...work }) {
    const characters = await work.step('typeset', z.int(), async () => {
      return (await findMine(core.db.read, { owner, id })).text.length
    })
    await work.write('print', (tx) => changeNote(core, tx, { owner, id, change: { prints: characters } }))
  },
})

const Before = z.object({ title: z.string(), text: z.string(), tags: z.string() })

const changes = (core: Core) =>
  [
    {
      kind: 'notes.note-deleted',
      restore: (tx, { owner, subject: id }) => changeNote(core, tx, { owner, id, change: { deleted_at: null } }),
      expire: (tx, { owner, subject: id }) => eraseNote(core, tx, { owner, id }),
    },
    {
      kind: 'notes.note-rewritten',
      restore: (tx, { owner, subject: id, before }) =>
        changeNote(core, tx, { owner, id, change: Before.parse(before) }),
    },
  ] satisfies ReturnType<Parameters<typeof defineSpace>[0]['changes']>

const mineOf = ({ caller, params }: { caller: Caller; params: { noteId: string } }) => ({
  owner: caller.id,
  id: params.noteId,
})

const handlers: Handlers<typeof notesApi, Core, Caller, Visit> = {
  writeNote: (core, { caller, body }) => core.db.write((tx) => insertNote(core, tx, { ...body, owner: caller.id })),
  getNote: async (core, request) => toNote(await findMine(core.db.read, mineOf(request))),
  rewriteNote: (core, { body: { title, text, tags }, ...request }) =>
    core.db.write(async (tx) => {
      const before = await findMine(tx, mineOf(request))
      const change = {
        title: title ?? before.title,
        text: text ?? before.text,
        tags: tags ? toJson(tags) : before.tags,
      }
      await changeNote(core, tx, { ...mineOf(request), change })
      const kept = { kind: 'notes.note-rewritten', owner: before.owner, subject: before.id, label: before.title }
      return { changeId: await core.undo.keep(tx, { ...kept, before }) }
    }),
  deleteNote: (core, request) =>
    core.db.write(async (tx) => {
      const { id, owner, title } = await findMine(tx, mineOf(request))
      await changeNote(core, tx, { ...mineOf(request), change: { deleted_at: core.now() } })
      const kept = { kind: 'notes.note-deleted', owner, subject: id, label: title }
      return { changeId: await core.undo.keep(tx, { ...kept, before: null }) }
    }),
  printNote: (core, request) =>
    core.db.write(async (tx) => {
      const { id, owner } = await findMine(tx, mineOf(request))
      return core.jobs.enqueue(tx, { kind: 'notes.print-note', owner, subject: id, payload: { noteId: id } })
    }),
  async attachFile(core, { file, caller, ...request }) {
    await findMine(core.db.read, mineOf({ caller, ...request }))
    if (!file) throw new Problem(invalidRequest, 'There is no file.')
    const bytes = await core.files.put(file.stream, { maxBytes: mostAttached })
    await core.db.write((tx) => core.files.record(tx, bytes, { owner: caller.id, name: file.name }))
    return bytes
  },
  async countNotes({ db }) {
    return { count: (await notesTable(db.read).selectFrom('notes').select('id').execute()).length }
  },
}
