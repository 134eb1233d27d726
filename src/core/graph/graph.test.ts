import { expect, test } from 'vitest'
import { undoApi } from '#core/undo/contract'
import { notesApi, type Note } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { register } from '../../../tests/world/world.ts'
import { graphTables } from './schema.ts'

async function enter(world: NotesWorld) {
  const person = await register(world)
  const api = person.client(notesApi)
  return {
    api,
    undo: person.client(undoApi),
    owner: person.id,
    write: (title: string, ...tags: string[]) => api.writeNote({ body: { title, tags } }),
    /** Labels of the nodes around one, sorted, or undefined when it is not there. */
    async around(id: string, { depth = 1, most = 100 } = {}) {
      const found = await world.core().graph.neighbourhood({ owner: person.id, id, depth, most })
      return found && { labels: found.nodes.map(({ label }) => label).sort(), isCut: found.isCut, edges: found.edges }
    },
  }
}

const nodeOf = ({ id }: Note) => `note:${id}`
const countNodes = async ({ core }: NotesWorld) =>
  (await graphTables(core().db.read).selectFrom('graph_nodes').select('id').execute()).length

test('a thing stands in the graph as it stands now: what it no longer gives rise to goes', async () => {
  await using world = await createNotesWorld()
  const { api, around, write } = await enter(world)
  const note = await write('Wall', 'stone', 'garden')
  expect((await around(nodeOf(note)))?.labels).toEqual(['Wall', 'garden', 'stone'])
  await api.rewriteNote({ noteId: note.id, body: { title: 'Fence', tags: ['wood', 'garden'] } })
  expect((await around(nodeOf(note)))?.labels).toEqual(['Fence', 'garden', 'wood'])
  expect(await around('tag:stone')).toBeUndefined()
})

test('a node that another thing shares survives; one that no edge touches goes', async () => {
  await using world = await createNotesWorld()
  const { api, around, undo, write } = await enter(world)
  const wall = await write('Wall', 'stone', 'garden')
  await write('River', 'stone')
  const { changeId } = await api.deleteNote({ noteId: wall.id })
  expect((await around('tag:stone'))?.labels).toEqual(['River', 'stone'])
  expect(await around('tag:garden')).toBeUndefined()
  expect(await around(nodeOf(wall))).toBeUndefined()
  await undo.undoChange({ changeId })
  expect((await around('tag:stone'))?.labels).toEqual(['River', 'Wall', 'stone'])
})

test('a thing without edges stands in no graph, so that nothing of it can be left behind', async () => {
  await using world = await createNotesWorld()
  const { api, around, write } = await enter(world)
  const note = await write('Alone')
  expect(await around(nodeOf(note))).toBeUndefined()
  await api.rewriteNote({ noteId: note.id, body: { tags: ['stone'] } })
  await api.rewriteNote({ noteId: note.id, body: { tags: [] } })
  expect(await countNodes(world)).toBe(0)
})

test('a neighbourhood reaches as many edges far as asked', async () => {
  await using world = await createNotesWorld()
  const { around, write } = await enter(world)
  const first = await write('First', 'a')
  await write('Second', 'a', 'b')
  await write('Third', 'b')
  const labels = await Promise.all(
    [0, 1, 2, 3, 9].map(async (depth) => (await around(nodeOf(first), { depth }))?.labels),
  )
  expect(labels).toEqual([
    ['First'],
    ['First', 'a'],
    ['First', 'Second', 'a'],
    ['First', 'Second', 'a', 'b'],
    ['First', 'Second', 'Third', 'a', 'b'],
  ])
})

test('a neighbourhood is cut to the most nodes asked for, says so, and its edges end at its nodes', async () => {
  await using world = await createNotesWorld()
  const { around, write } = await enter(world)
  for (let i = 0; i < 6; i += 1) await write(`Note ${i}`, 'stone')
  expect(await around('tag:stone', { most: 7 })).toMatchObject({ isCut: false, labels: { length: 7 } })
  const cut = await around('tag:stone', { depth: 3, most: 4 })
  expect(cut).toMatchObject({ isCut: true, labels: { length: 4 }, edges: { length: 3 } })
  expect(cut?.edges.every(({ target }) => target === 'tag:stone')).toBe(true)
})

test('two people with the same topics have two graphs', async () => {
  await using world = await createNotesWorld()
  const ada = await enter(world)
  const bob = await enter(world)
  const note = await ada.write('Secret', 'stone')
  await bob.write('Mine', 'stone')
  expect((await bob.around('tag:stone', { depth: 5 }))?.labels).toEqual(['Mine', 'stone'])
  expect(await bob.around(nodeOf(note))).toBeUndefined()
  await ada.api.deleteNote({ noteId: note.id })
  expect((await bob.around('tag:stone'))?.labels).toEqual(['Mine', 'stone'])
  expect(await ada.around('tag:stone')).toBeUndefined()
})

test('edges of one type between the same nodes, from several things, are one edge with the sum of their weights', async () => {
  await using world = await createNotesWorld()
  const { around, owner, write } = await enter(world)
  const note = await write('Wall', 'stone')
  const edge = { owner, source: nodeOf(note), target: 'tag:stone', type: 'TAGGED', weight: 0.5, quote: 'later' }
  await world.core().db.write((tx) =>
    graphTables(tx)
      .insertInto('graph_edges')
      .values({ ...edge, origin: 'elsewhere' })
      .execute(),
  )
  expect((await around('tag:stone'))?.edges).toEqual([
    { source: nodeOf(note), target: 'tag:stone', type: 'TAGGED', weight: 1.5, quote: null },
  ])
})
