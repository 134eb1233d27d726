import { expect, test } from 'vitest'
import { undoApi } from '#core/undo/contract'
import { notesApi, type Note } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { register } from '../../../tests/world/world.ts'
import type { Filter } from './filter.ts'
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
  const edge = {
    owner,
    source: nodeOf(note),
    target: 'tag:stone',
    type: 'TAGGED',
    weight: 0.5,
    quote: 'later',
    ...{ day: null, ref: null, place: null },
  }
  await world.core().db.write((tx) =>
    graphTables(tx)
      .insertInto('graph_edges')
      .values({ ...edge, origin: 'elsewhere' })
      .execute(),
  )
  const [joined, ...more] = (await around('tag:stone'))?.edges ?? []
  expect(joined).toMatchObject({ source: nodeOf(note), target: 'tag:stone', type: 'TAGGED', weight: 1.5, times: 2 })
  expect(joined?.evidence.map(({ quote }) => quote)).toEqual([null, 'later'])
  expect(more).toEqual([])
})

test('a picture holds the edges of the days and between the kinds that were asked for', async () => {
  await using world = await createNotesWorld()
  const { owner, write } = await enter(world)
  const note = await write('Wall', 'stone')
  const { db, graph } = world.core()
  const edge = {
    owner,
    source: 'tag:stone',
    target: 'tag:wall',
    type: 'LIKE',
    weight: 1,
    quote: 'alike',
    ref: 'x',
    place: 3,
  }
  await db.write(async (tx) => {
    const wall = { owner, id: 'tag:wall', origin: 'elsewhere', kind: 'tag', label: 'wall', ref: null }
    await graphTables(tx).insertInto('graph_nodes').values(wall).execute()
    const dated = { ...edge, day: '2026-03-02', origin: 'elsewhere' }
    await graphTables(tx).insertInto('graph_edges').values(dated).execute()
  })
  const idsAround = async (filter: Filter, id = 'tag:stone') =>
    (await graph.neighbourhood({ owner, id, depth: 1, most: 9, ...filter }))?.nodes.map((node) => node.id)
  expect(await idsAround({})).toEqual([nodeOf(note), 'tag:stone', 'tag:wall'])
  expect(await idsAround({ from: '2026-03-02', to: '2026-03-02' })).toEqual([nodeOf(note), 'tag:stone', 'tag:wall'])
  expect(await idsAround({ from: '2026-03-03' })).toEqual([nodeOf(note), 'tag:stone'])
  expect(await idsAround({ to: '2026-03-01' })).toEqual([nodeOf(note), 'tag:stone'])
  expect(await idsAround({ kinds: ['tag'] })).toEqual(['tag:stone', 'tag:wall'])
  expect(await idsAround({ kinds: ['tag'] }, nodeOf(note))).toEqual([nodeOf(note), 'tag:stone'])
})

test('an overview shows of each kind what most things name, and says when there was more', async () => {
  await using world = await createNotesWorld()
  const { owner, write } = await enter(world)
  await write('Wall', 'stone', 'garden')
  await write('River', 'stone')
  const { graph } = world.core()
  const overview = async (kinds: string[], most: number) => {
    const { nodes, edges, isCut } = await graph.overview({ owner, kinds, most })
    return { labels: nodes.map(({ label }) => label), edges: edges.length, isCut }
  }
  expect(await overview(['tag'], 9)).toEqual({ labels: ['garden', 'stone'], edges: 0, isCut: false })
  expect(await overview(['tag'], 1)).toEqual({ labels: ['stone'], edges: 0, isCut: true })
  expect(await overview(['cloud'], 9)).toEqual({ labels: [], edges: 0, isCut: false })
})
