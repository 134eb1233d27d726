/** A person with notes who searches them. */
import { searchApi, type Fragment } from '#core/search/contract'
import { notesApi, type Note } from './notes-contract.ts'
import type { NotesWorld } from './notes-space.ts'
import { register } from './world.ts'

/** A person with notes, and a way to find their titles. */
export async function enterWithNotes(world: NotesWorld, ...notes: (Partial<Note> & { title: string })[]) {
  const person = await register(world)
  const search = person.client(searchApi)
  const api = person.client(notesApi)
  const written: Note[] = []
  for (const note of notes) written.push(await api.writeNote({ body: note }))
  const find = async (q: string) =>
    (await search.search({ query: { q } })).items.map(({ title }) => textOf(title)).sort()
  return { api, search, find, person, written }
}

export const textOf = (fragments: readonly Fragment[]) => fragments.map(({ text }) => text).join('')
export const hitsOf = (fragments: readonly Fragment[] = []) =>
  fragments.filter(({ hit }) => hit).map(({ text }) => text)
