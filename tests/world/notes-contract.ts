/** Notes on the wire. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { defineNoun } from '#contract/permission'
import { defineProblem, tooLarge } from '#contract/problem'
import { Job } from '#core/jobs/contract'

export const Note = z.object({ id: z.string(), title: z.string(), text: z.string(), tags: z.array(z.string()) })
export type Note = z.infer<typeof Note>

const Changed = z.object({ changeId: z.string() })

export const noteNotFound = defineProblem({ name: 'notes/note-not-found', status: 404, title: 'There is no such note' })

export const mostAttached = 64 * 1024

const notes = defineNoun({ name: 'notes.notes', about: 'Notes' })
const census = defineNoun({ name: 'notes.census', about: 'How many notes there are', read: 'administrator' })

export const notesApi = {
  writeNote: endpoint({
    method: 'POST',
    path: '/notes',
    summary: 'Writes a note',
    access: notes.write,
    body: z.object({ title: z.string(), text: z.string().default(''), tags: z.array(z.string()).default([]) }),
    status: 201,
    reply: Note,
  }),
  getNote: endpoint({
    method: 'GET',
    path: '/notes/:noteId',
    summary: 'One note',
    access: notes.read,
    keep: 'until-commit',
    reply: Note,
    problems: [noteNotFound],
  }),
  rewriteNote: endpoint({
    method: 'PATCH',
    path: '/notes/:noteId',
    summary: 'Replaces what a note says',
    access: notes.write,
    body: Note.omit({ id: true }).partial(),
    reply: Changed,
    problems: [noteNotFound],
  }),
  deleteNote: endpoint({
    method: 'DELETE',
    path: '/notes/:noteId',
    summary: 'Deletes a note',
    access: notes.write,
    reply: Changed,
    problems: [noteNotFound],
  }),
  printNote: endpoint({
    method: 'POST',
    path: '/notes/:noteId/print',
    summary: 'Prints a note',
    access: notes.write,
    status: 202,
    reply: Job,
    problems: [noteNotFound],
  }),
  attachFile: endpoint({
    method: 'POST',
    path: '/notes/:noteId/file',
    summary: 'Attaches a file to a note',
    access: notes.write,
    upload: { maxBytes: mostAttached },
    reply: z.object({ id: z.string(), size: z.int(), hash: z.string(), type: z.string() }),
    problems: [noteNotFound, tooLarge],
  }),
  countNotes: endpoint({
    method: 'GET',
    path: '/notes-of-all',
    summary: 'How many notes there are',
    access: census.read,
    reply: z.object({ count: z.int() }),
  }),
}
