import { expect, test } from 'vitest'
import { invalidRequest } from '#contract/problem'
import { undoApi } from '#core/undo/contract'
import { createChance } from '../../../tests/world/chance.ts'
import { insertNote } from '../../../tests/world/notes-table.ts'
import { enterWithNotes, hitsOf, textOf } from '../../../tests/world/note-search.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'

const wall = { title: 'Wall', text: 'A red stone lies on the old wall.', tags: ['work', 'deep garden'] }
const river = { title: 'River', text: 'The stone was carried by water. Running helps.', tags: ['rest'] }
const empty = { title: 'Nothing' }

const queries = [
  { q: 'stone', titles: ['River', 'Wall'] },
  { q: 'STONES', titles: ['River', 'Wall'] },
  { q: 'stone red', titles: ['Wall'] },
  { q: 'stone nowhere', titles: [] },
  { q: 'sto', titles: ['River', 'Wall'] },
  { q: 'sto red', titles: [] },
  { q: '"red stone"', titles: ['Wall'] },
  { q: '"stone red"', titles: [] },
  { q: 'runs', titles: ['River'] },
  { q: 'stone -water', titles: ['Wall'] },
  { q: '-stone', titles: ['Nothing'] },
  { q: '-"red stone"', titles: ['Nothing', 'River'] },
  { q: 'tag:work', titles: ['Wall'] },
  { q: 'tag:"deep garden"', titles: ['Wall'] },
  { q: '-tag:work', titles: ['Nothing', 'River'] },
  { q: 'space:notes kind:note stone', titles: ['River', 'Wall'] },
  { q: 'space:elsewhere stone', titles: [] },
  { q: '-kind:note', titles: [] },
  { q: 'wall', titles: ['Wall'] },
  { q: '?!', titles: [] },
  { q: 'AND OR NOT NEAR(', titles: [] },
  { q: 'title:wall', titles: [] },
  { q: 'stone" OR "x', titles: [] },
  { q: `scope:* {title} ^stone* "`, titles: [] },
  { q: "'; drop table notes; --", titles: [] },
] satisfies { q: string; titles: string[] }[]

test('the query language finds what it says, and takes whatever else is typed for text', async () => {
  await using world = await createNotesWorld()
  const { find } = await enterWithNotes(world, wall, river, empty)
  const found: typeof queries = []
  for (const { q } of queries) found.push({ q, titles: await find(q) })
  expect(found).toEqual(queries)
})

test('accents are dropped, written apart or not, and at any other mark a word ends', async () => {
  await using world = await createNotesWorld()
  const { find } = await enterWithNotes(
    world,
    { title: 'Été' },
    { title: 'E\u0301te\u0301' },
    { title: 'Z\u0335a\u0334lgo' },
  )
  expect(await find('ete')).toHaveLength(2)
  expect(await find('"z algo"')).toEqual([])
  expect(await find('"z a lgo"')).toEqual(['Z\u0335a\u0334lgo'])
  expect(await find('-"a"')).toHaveLength(2)
})

test('letters that only look alike are different ones, and those that are written in two ways are the same', async () => {
  await using world = await createNotesWorld()
  const { find } = await enterWithNotes(
    world,
    { title: 'y² = ½' },
    { title: 'ﬁne' },
    { title: 'мой ёж' },
    { title: 'Σίσυφος' },
  )
  for (const q of ['y2', 'fine', 'мои', 'еж']) expect(await find(`"${q}"`), q).toEqual([])
  for (const q of ['Y²', '½', 'ﬁne', 'МОЙ', 'Ёж', 'ΣΊΣΥΦΟΣ', 'σίσυφοσ']) expect(await find(`"${q}"`), q).toHaveLength(1)
})

test('words of one stem are one, and short words have none', async () => {
  await using world = await createNotesWorld()
  const { find } = await enterWithNotes(
    world,
    { title: 'A cottage at the sea' },
    { title: 'Apologies' },
    { title: 'Us' },
  )
  for (const q of ['"cottages"', '"apology"', '"us"', 'us', '"seas"']) expect(await find(q), q).toHaveLength(1)
  for (const q of ['"as"', 'as', '"u"', '"ays"']) expect(await find(q), q).toEqual([])
})

test('a phrase stands in the title, in the tags or in the text', async () => {
  await using world = await createNotesWorld()
  const { find } = await enterWithNotes(world, { title: 'Green apple', tags: ['pie'], text: 'with cream' })
  for (const q of ['"green apple"', '"with cream"', 'apple pie with']) expect(await find(q), q).toHaveLength(1)
  for (const q of ['"apple pie"', '"pie with"', '"apple with"', '" "']) expect(await find(q), q).toEqual([])
})

test('what belongs to somebody else is never found, whatever is asked', async () => {
  await using world = await createNotesWorld()
  const { person } = await enterWithNotes(world, wall)
  const stranger = await enterWithNotes(world, river)
  const scope = person.id.replaceAll('-', '')
  for (const q of ['red', 'tag:work', '-water', `scope:${scope}`, scope, `"${scope}"`, `x" OR scope : "${scope}`])
    expect(await stranger.find(q), q).not.toContain('Wall')
  expect(await stranger.find('-red')).toEqual(['River'])
})

test('the index follows what happens: rewriting, deleting, putting back', async () => {
  await using world = await createNotesWorld()
  const { api, find, person, written } = await enterWithNotes(world, wall)
  const noteId = written[0]?.id ?? ''
  const rewritten = await api.rewriteNote({ noteId, body: { text: 'A blue pebble.', tags: [] } })
  expect([await find('stone'), await find('tag:work'), await find('pebble')]).toEqual([[], [], ['Wall']])
  await person.client(undoApi).undoChange({ changeId: rewritten.changeId })
  expect([await find('stone'), await find('pebble')]).toEqual([['Wall'], []])
  const deleted = await api.deleteNote({ noteId })
  expect(await find('stone')).toEqual([])
  await person.client(undoApi).undoChange({ changeId: deleted.changeId })
  expect(await find('stone')).toEqual(['Wall'])
})

test('what is saved is found at once, even while the log is slow to tell the cache', async () => {
  await using world = await createNotesWorld()
  const { api, find } = await enterWithNotes(world, wall)
  const slow = Promise.withResolvers<void>()
  world.core().events.hear(() => slow.promise)
  for (let i = 1; i <= 3; i += 1) {
    await Promise.all([api.writeNote({ body: { title: `Stone ${i}` } }), find('stone'), find('stone')])
    expect(await find('stone')).toHaveLength(i + 1)
  }
  slow.resolve()
})

test('a write that is refused leaves nothing in the index', async () => {
  await using world = await createNotesWorld()
  const { find, person } = await enterWithNotes(world)
  const { db, events } = world.core()
  const refused = db.write(async (tx) => {
    await insertNote({ ...world.core(), events }, tx, { owner: person.id, title: 'Ghost', text: '', tags: [] })
    throw new Error('changed my mind')
  })
  await expect(refused).rejects.toThrow('changed my mind')
  expect(await find('ghost')).toEqual([])
})

test('what matched is marked in the title and in an excerpt around it', async () => {
  await using world = await createNotesWorld()
  const long = `${'sand '.repeat(200)}a red stone ${'sand '.repeat(200)}`
  const { search } = await enterWithNotes(world, { title: 'Stone & <b>wall</b>', text: long })
  const [hit] = (await search.search({ query: { q: 'stone' } })).items
  expect(hitsOf(hit?.title)).toEqual(['Stone'])
  expect(textOf(hit?.title ?? [])).toBe('Stone & <b>wall</b>')
  expect(hitsOf(hit?.excerpt)).toEqual(['stone'])
  expect(textOf(hit?.excerpt ?? [])).toMatch(/^….*a red stone.*…$/)
  expect(textOf(hit?.excerpt ?? []).length).toBeLessThan(300)
})

test('in a long text every word is found and marked, and every phrase', async () => {
  await using world = await createNotesWorld()
  const words = Array.from({ length: 3000 }, (_, i) => `stone${i}`)
  const { find, search } = await enterWithNotes(world, { title: 'Long', text: `😀 the ${words.join(' 😀 the ')}` })
  for (const i of [0, 999, 1750, 2999]) {
    const [hit] = (await search.search({ query: { q: `"stone${i}"` } })).items
    expect(hitsOf(hit?.excerpt), `stone${i}`).toEqual([`stone${i}`])
  }
  const chance = createChance(6)
  for (let round = 0; round < 40; round += 1) {
    const some = Array.from({ length: 20 }, () => chance.pick(words))
    expect(await find(some.map((word) => `"the ${word}"`).join(' ')), some.join(' ')).toEqual(['Long'])
  }
  expect(await find('"stone1 stone2"')).toEqual([])
})

test('the characters of the marks, in a text, are nothing but text', async () => {
  await using world = await createNotesWorld()
  const { search } = await enterWithNotes(world, { title: '\uE000not a hit\uE001 stone', text: '\uE001stone\uE000' })
  const [hit] = (await search.search({ query: { q: 'stone' } })).items
  expect(hitsOf(hit?.title)).toEqual(['stone'])
  expect(hitsOf(hit?.excerpt)).toEqual(['stone'])
  expect(textOf(hit?.title ?? [])).toBe(' not a hit  stone')
})

test('a hit in the title comes before one in the tags, and that before one in the text', async () => {
  await using world = await createNotesWorld()
  const notes = [{ title: 'Text', text: 'stone' }, { title: 'Tag', tags: ['stone'] }, { title: 'Stone' }]
  const { search } = await enterWithNotes(world, ...notes)
  const { items } = await search.search({ query: { q: 'stone' } })
  expect(items.map(({ title }) => textOf(title))).toEqual(['Stone', 'Tag', 'Text'])
})

test('pages follow one another without a gap or a repetition', async () => {
  await using world = await createNotesWorld()
  const notes = Array.from({ length: 7 }, (_, i) => ({ title: `Stone ${i}` }))
  const { search, written } = await enterWithNotes(world, ...notes)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await search.search({ query: { q: 'stone', limit: 3, cursor } })
    seen.push(...items.map(({ id }) => id))
    cursor = next ?? undefined
  } while (cursor !== undefined)
  expect(seen.sort()).toEqual(written.map(({ id }) => id).sort())
})

test('a query of 500 characters is answered; a longer one, a blank one and a far page are refused', async () => {
  await using world = await createNotesWorld()
  const { search } = await enterWithNotes(world, wall)
  for (const q of ['stone '.repeat(83), '"'.repeat(500), '-'.repeat(500), `tag:${'x'.repeat(496)}`])
    await expect(search.search({ query: { q } })).resolves.toBeDefined()
  const far = Buffer.from('[1001]').toString('base64url')
  for (const query of [{ q: 'x'.repeat(501) }, { q: '   ' }, { q: 'stone', cursor: far }])
    expect((await refusalOf(search.search({ query }))).is(invalidRequest)).toBe(true)
})
