import { expect, test } from 'vitest'
import { accountApi } from '#core/auth/contract'
import { notSignedIn, problemType } from '#contract/problem'
import { notesApi, noteNotFound } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { register } from '../../../tests/world/world.ts'

async function writeNote(world: NotesWorld) {
  const ada = await register(world)
  const notes = ada.client(notesApi)
  const { id: noteId } = await notes.writeNote({ body: { title: 'Wall' } })
  return { ada, notes, noteId }
}

test('a kept reply is old as soon as something is changed', async () => {
  await using world = await createNotesWorld()
  const { notes, noteId } = await writeNote(world)
  for (const title of ['Moss', 'Stone', 'Rain']) {
    await notes.getNote({ noteId })
    await notes.rewriteNote({ noteId, body: { title } })
    expect(await notes.getNote({ noteId })).toMatchObject({ title })
  }
  await notes.deleteNote({ noteId })
  expect(await refusalOf(notes.getNote({ noteId }))).toMatchObject({ problem: { type: problemType(noteNotFound) } })
})

test('a kept reply is given to nobody else, and not to who has signed out', async () => {
  await using world = await createNotesWorld()
  const { ada, notes, noteId } = await writeNote(world)
  const bob = await register(world)
  await notes.getNote({ noteId })
  expect(await refusalOf(bob.client(notesApi).getNote({ noteId }))).toMatchObject({
    problem: { type: problemType(noteNotFound) },
  })
  await ada.client(accountApi).signOut()
  expect(await refusalOf(notes.getNote({ noteId }))).toMatchObject({ problem: { type: problemType(notSignedIn) } })
})

test('a kept reply is like the first one', async () => {
  await using world = await createNotesWorld()
  const { ada, noteId } = await writeNote(world)
  const replies = [1, 2].map(() => ada.send(`/api/v1/notes/${noteId}`, { method: 'GET' }))
  const [first, second] = await Promise.all(replies)
  expect(second?.status).toBe(200)
  expect(second?.headers.get('content-type')).toBe(first?.headers.get('content-type'))
  expect(second?.headers.get('cache-control')).toBe('no-store')
  expect(await second?.text()).toBe(await first?.text())
})
