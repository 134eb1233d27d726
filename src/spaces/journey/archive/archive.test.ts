import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountApi } from '#core/auth/contract'
import { filesApi } from '#core/files/contract'
import { searchApi } from '#core/search/contract'
import { settingsApi } from '#core/settings/contract'
import { readEveryRow } from '../../../../tests/world/every-row.ts'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { makeZip } from '../../../../tests/world/make-zip.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { unzip } from '../../../../tests/world/unzip.ts'
import { createWorld, register, type Member, type World } from '../../../../tests/world/world.ts'
import { journeyApi, nothingToImport, type ArchiveFormat } from '../contract.ts'
import { journeyTables } from '../schema.ts'
import { journey } from '../space.ts'
import { PortableContent, PortableElement, PortableSession } from './portable.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
})
afterAll(() => world[Symbol.asyncDispose]())

const captions = `WEBVTT

00:01.000 --> 00:02.500
<v Ada>I was so anxious about work.

00:03.000 --> 00:04.000
<v Dr Weiss>What would you say to a friend?
`

/** A person with a talk in two parts, one of them a file, with a decision of each sort. */
async function write() {
  const member = await register(world)
  const api = member.client(journeyApi)
  const body = { title: 'A talk', date: '2026-01-05', description: 'The first', professionalName: 'Dr Weiss' }
  const { id: sessionId } = await api.createSession({ body })
  await untilEnded(member, (await api.addContent({ sessionId, file: new File([captions], 'talk.vtt') })).job)
  const text = 'I always fail at presentations.\r\nI will call my sister tomorrow. I am so proud 😀.'
  await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
  const { items } = await api.listElements({ sessionId })
  await api.decideElement({ elementId: items[0]?.id ?? '', body: { status: 'confirmed' } })
  await api.decideElement({ elementId: items[1]?.id ?? '', body: { status: 'rejected' } })
  await api.decideElement({ elementId: items[2]?.id ?? '', body: { label: 'in my own words' } })
  await member.client(settingsApi).updateSettings({ body: { 'journey.kinds': ['emotion', 'topic', 'belief'] } })
  return { api, member, sessionId }
}

async function exportAs(member: Member, format: ArchiveFormat) {
  const api = member.client(journeyApi)
  await untilEnded(member, await api.exportJourney({ body: { format } }))
  const { archive } = await api.getJourneyExport()
  if (!archive) throw new Error('There is no archive')
  const { path } = await member.client(filesApi).linkFile({ fileId: archive.fileId, body: {} })
  const bytes = Buffer.from(await (await world.send(path, {})).arrayBuffer())
  return { bytes, files: unzip(bytes), file: new File([bytes], 'journey.zip') }
}

async function importFile(member: Member, file: File, settings: 'keep' | 'take' = 'keep') {
  const api = member.client(journeyApi)
  const job = await untilEnded(member, await api.importJourney({ file, query: { settings } }))
  expect(job).toMatchObject({ state: 'done', error: null })
  return (await api.getImport()).result
}

/** All that the pages show of a session. */
async function readAll({ client }: Member, sessionId: string) {
  const api = client(journeyApi)
  const { jobId: _, ...session } = await api.getSession({ sessionId })
  return { session, ...(await api.getTranscript({ sessionId })), ...(await api.listElements({ sessionId })) }
}

const readWords = async (sessionId: string) => {
  const rows = journeyTables(world.app.core.db.read).selectFrom('journey_sessions').select('words')
  return (await rows.where('id', '=', sessionId).executeTakeFirstOrThrow()).words
}

const eraseAll = (owner: string) =>
  world.app.core.db.write((tx) => journeyTables(tx).deleteFrom('journey_sessions').where('owner', '=', owner).execute())

describe('the complete archive', () => {
  test('brings everything back after it was erased, and exports the same bytes again', async () => {
    const { member, sessionId } = await write()
    const before = await readAll(member, sessionId)
    expect(await readWords(sessionId)).toBe(28)
    const first = await exportAs(member, 'json')
    await eraseAll(member.id)
    await member.client(settingsApi).updateSettings({ body: { 'journey.kinds': ['emotion'] } })

    expect(await importFile(member, first.file, 'take')).toMatchObject({
      added: 1,
      known: 0,
      unreadable: 0,
      faults: [],
    })

    expect(await readAll(member, sessionId)).toEqual(before)
    expect(await readWords(sessionId)).toBe(28)
    expect((await exportAs(member, 'json')).files).toEqual(first.files)
    const { items } = await member.client(searchApi).search({ query: { q: 'presentations' } })
    expect(items.map(({ id }) => id)).toEqual([sessionId])
  })

  test('adds nothing when it comes twice', async () => {
    const { member } = await write()
    const { file } = await exportAs(member, 'json')
    const again = { added: 0, known: 1, unreadable: 0, faults: [] }
    expect(await importFile(member, file)).toMatchObject(again)
    const other = await register(world)
    expect(await importFile(other, file)).toMatchObject({ ...again, added: 1, known: 0 })
    expect(await importFile(other, file)).toMatchObject(again)
    expect((await other.client(journeyApi).listSessions()).items).toHaveLength(1)
  })

  test('is previewed without a trace', async () => {
    const { member } = await write()
    const { file } = await exportAs(member, 'json')
    const other = await register(world)
    expect(await other.client(journeyApi).previewImport({ file })).toMatchObject({
      fresh: 1,
      known: 0,
      unreadable: 0,
      from: '2026-01-05',
      hasSettings: true,
      sessions: [{ title: 'A talk' }],
    })
    expect((await other.client(journeyApi).listSessions()).items).toEqual([])
    expect((await other.client(filesApi).listFiles()).items).toEqual([])
  })

  test('without one of its files leaves out the session of the file', async () => {
    const { member } = await write()
    const { files } = await exportAs(member, 'json')
    const kept = [...files].filter(([path]) => !path.endsWith('.vtt'))
    const bitten = [...files].map(
      ([path, content]) => [path, path.endsWith('.vtt') ? Buffer.from('x') : content] as const,
    )
    const api = (await register(world)).client(journeyApi)
    const cut = await refusalOf(api.previewImport({ file: zipped(kept) }))
    expect(cut.problem.detail).toMatch(/talk\.vtt.*not in this archive/)
    const other = await register(world)
    expect(await importFile(other, zipped(bitten))).toMatchObject({ added: 0, unreadable: 1 })
    expect((await other.client(filesApi).listFiles()).items).toEqual([])
  })

  test('is gone with the account', async () => {
    const { member } = await write()
    await exportAs(member, 'json')
    await member.client(accountApi).deleteAccount({ body: { password: 'correct horse battery' } })
    const rows = await readEveryRow(world.app.core.db)
    expect(rows.filter(({ text }) => text.includes(member.id)).map(({ table }) => table)).toEqual(['events'])
  })
})

/** Whose a session is, what derives from the rest, and what is of this record alone. */
const leftBehind = {
  journey_sessions: ['owner', 'deleted_at', 'job_id', 'summary', 'is_sample', 'words'],
  journey_contents: ['session_id', 'ordinal', 'file_id'],
  journey_transcripts: ['session_id'],
  journey_elements: ['session_id', 'owner', 'place'],
}
const carried = {
  journey_sessions: Object.keys(PortableSession.shape).filter(
    (name) => !/^(contents|transcript|elements|followUps)$/.test(name),
  ),
  journey_contents: Object.keys(PortableContent.shape).filter((name) => name !== 'file'),
  journey_transcripts: ['revision', 'text', 'segments'],
  journey_elements: Object.keys(PortableElement.shape),
}

test.each(['journey_sessions', 'journey_contents', 'journey_transcripts', 'journey_elements'] as const)(
  'every column of %s travels, or is named as one that stays',
  async (table) => {
    await write()
    const row = await journeyTables(world.app.core.db.read).selectFrom(table).selectAll().executeTakeFirstOrThrow()
    const wire = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    const expected = [
      ...leftBehind[table],
      ...Object.keys(row).filter((column) => carried[table].includes(wire(column))),
    ]
    expect(Object.keys(row).toSorted()).toEqual(expected.toSorted())
  },
)

describe.each(['csv', 'markdown', 'vtt'] as const)('the archive as %s', (format) => {
  test('brings the words and the facts back', async () => {
    const { member, sessionId } = await write()
    const before = await readAll(member, sessionId)
    const { file } = await exportAs(member, format)
    await eraseAll(member.id)
    expect(await importFile(member, file)).toMatchObject({ added: 1, unreadable: 0 })
    const after = await readAll(member, sessionId)
    const { title, date, description, professionalName, createdAt } = before.session
    expect(after.session).toMatchObject({ title, date, description, professionalName, createdAt })
    expect(after.text.split(/\s+/)).toEqual(before.text.split(/\s+/))
    if (format === 'csv') expect(after.items).toEqual(before.items)
  })
})

const zipped = (files: Iterable<readonly [string, string | Buffer]>) =>
  new File([makeZip([...files].map(([path, content]) => ({ path, content })))], 'archive.zip')

describe('a diary of another program', () => {
  test('comes in as a table or as files with days in their names, once', async () => {
    const member = await register(world)
    const api = member.client(journeyApi)
    const table = new File(['Date;Entry\r\n31.03.2026;"Calm; at last"\r\nyesterday;lost\r\n'], 'diary.csv')
    const pages = zipped([
      ['2026-04-01 By the sea.md', '# Waves\nI was calm.'],
      ['notes/20260402.txt', 'I was proud.'],
      ['notes/undated.txt', 'I was here.'],
    ])
    expect(await importFile(member, table)).toMatchObject({ added: 1, unreadable: 1 })
    expect(await importFile(member, table)).toMatchObject({ added: 0, known: 1 })
    const result = await importFile(member, pages)
    expect(result).toMatchObject({ added: 2, known: 0, unreadable: 1 })
    expect(result?.faults).toEqual([{ place: 'notes/undated.txt', why: expect.stringMatching(/no day in its name/) }])
    const { items } = await api.listSessions()
    expect(items.map(({ date, title }) => `${date} ${title}`)).toEqual([
      '2026-04-02 Reflection of 2026-04-02',
      '2026-04-01 By the sea',
      '2026-03-31 Reflection of 2026-03-31',
    ])
  })
})

describe('what means harm or makes no sense is refused with words and leaves nothing', () => {
  const session = (change: object) =>
    JSON.stringify({ id: '01a1f950-0000-7000-8000-000000000000', title: 'x', date: '2026-01-01', ...change })
  const files: [string, File][] = [
    ['a path out of the archive', zipped([['../session.json', session({})]])],
    ['a bomb', new File([makeZip([{ path: 'a.md', content: Buffer.alloc(70_000_000) }])], 'a.zip')],
    ['ten times too many files', zipped(Array.from({ length: 50_000 }, (_, i) => [`${i}.md`, ''] as const))],
    ['wrong types', new File([session({ title: 5, contents: 'none' })], 'a.json')],
    ['half a character', new File([session({ description: '\uD800' })], 'a.json')],
    ['a huge number', new File([session({}).replace('}', ',"createdAt":1e999}')], 'a.json')],
    ['a nest', new File(['['.repeat(100_000)], 'a.json')],
    ['an open quote', new File(['date,text\n2026-01-01,"never'], 'a.csv')],
    ['a table without days', new File(['a,b\n1,2'], 'a.csv')],
    ['a picture', new File([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1])], 'a.png')],
    ['nothing', new File([''], 'a.zip')],
    ['a newer archive', zipped([['journey.json', '{"format":"cairn-journey","version":3}']])],
  ]
  test.each(files)('%s', async (_, file) => {
    const member = await register(world)
    const { problem } = await refusalOf(member.client(journeyApi).importJourney({ file, query: {} }))
    expect(problem.status).toBe(422)
    expect(problem.detail).toMatch(/^.{10,400}$/s)
    expect((await member.client(filesApi).listFiles()).items).toEqual([])
    expect((await member.client(journeyApi).getImport()).job).toBeNull()
  })

  test('and is named beside what could be read', async () => {
    const member = await register(world)
    const mixed = zipped([
      ['2026-01-01 Good.md', 'I was calm.'],
      ['2026-01-02 Empty.md', '   '],
      ['2026-01-03.json', '{"sessions":[{"id":5}]}'],
    ])
    const refused = await refusalOf(
      member.client(journeyApi).importJourney({ file: new File(['x'], 'a.exe'), query: {} }),
    )
    expect(refused.is(nothingToImport)).toBe(true)
    expect(await importFile(member, mixed)).toMatchObject({
      added: 1,
      unreadable: 2,
      faults: [{ place: '2026-01-02 Empty.md' }, { place: '2026-01-03.json' }],
    })
  })
})
