import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, register, type Member, type World } from '../../../../tests/world/world.ts'
import { contentEmpty, contentLimits, contentTooLong, contentUnreadable, journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

let world: World
let member: Member
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
  member = await register(world)
})
afterAll(() => world[Symbol.asyncDispose]())

const api = () => member.client(journeyApi)
const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'day.txt') => new File([content], name)

async function store(file: File) {
  const { id: sessionId } = await api().createSession({ body: {} })
  const { content } = await api().addContent({ sessionId, file })
  return { sessionId, content, transcript: await api().getTranscript({ sessionId }) }
}

describe('what the preview shows is what is stored', () => {
  const vtt = 'WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n<v Ann>Hello 😀\r\n\r\n00:99 --> 1\r\nAgain'
  const koi8 = Uint8Array.from([0xf1, 0x20, 0xd0, 0xcc, 0xc1, 0xcb, 0xc1, 0xcc, 0xc1, 0x2e])
  test.each([
    ['plain text', fileOf('I was tired.\r\nSo tired 😀.')],
    ['UTF-16 without a mark', fileOf(Buffer.from('Ich war müde. Sehr müde.', 'utf16le'))],
    ['KOI8-R', fileOf(koi8)],
    ['captions', fileOf(vtt, 'talk.vtt')],
    ['markdown with a path for a name', fileOf('# Monday\n\nGood.', 'C:\\notes\\../Monday.MD')],
    ['a name that is too long', fileOf('# Monday', `${'ä'.repeat(230)}.md`)],
    ['a long text that the preview cuts', fileOf('😀'.repeat(3000) + 'x')],
  ])('%s', async (_, file) => {
    const preview = await api().previewContent({ file })
    const { content, transcript } = await store(file)
    const { alternatives: _alternatives, text, ...read } = preview
    expect(content).toMatchObject({ ...read, kind: 'file' })
    expect(transcript.text).toHaveLength(preview.characters)
    expect(transcript.text.startsWith(text)).toBe(true)
    expect(text.length).toBeLessThanOrEqual(4000)
  })

  test('in the encoding that was chosen', async () => {
    const { id: sessionId } = await api().createSession({ body: {} })
    const call = { file: fileOf(koi8), query: { encoding: 'koi8-r' as const } }
    expect((await api().previewContent(call)).text).toBe('Я плакала.')
    await api().addContent({ sessionId, ...call })
    expect((await api().getTranscript({ sessionId })).text).toBe('Я плакала.')
  })
})

describe('a refusal names its reason and keeps nothing', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])
  test.each([
    ['no bytes', fileOf(''), contentEmpty],
    ['blanks only', fileOf(' \r\n\t'), contentEmpty],
    ['captions without words', fileOf('1\n00:00:01,000 --> 00:00:02,000\n\n', 'a.srt'), undefined],
    ['a picture called a text', fileOf(png), contentUnreadable],
    ['a PDF called a text', fileOf('%PDF-1.7\n%âãÏÓ\n1 0 obj'), contentUnreadable],
    ['more characters than fit', fileOf('a'.repeat(contentLimits.characters + 1)), contentTooLong],
  ])('%s', async (_, file, kind) => {
    const { id: sessionId } = await api().createSession({ body: {} })
    const adding = api().addContent({ sessionId, file })
    if (!kind) return void (await adding)
    await expect(adding).rejects.toMatchObject({ problem: { type: `urn:cairn:problem:${kind.name}` } })
    await expect(api().previewContent({ file })).rejects.toMatchObject({ problem: { status: kind.status } })
    expect(await api().getSession({ sessionId })).toMatchObject({ contents: [], state: 'empty', revision: 0 })
  })

  test('more bytes than are taken', async () => {
    const file = fileOf(new Uint8Array(contentLimits.bytes + 1).fill(0x61))
    const { id: sessionId } = await api().createSession({ body: {} })
    await expect(api().addContent({ sessionId, file })).rejects.toMatchObject({ problem: { status: 413 } })
    await expect(api().previewContent({ file })).rejects.toMatchObject({ problem: { status: 413 } })
  })

  test('the bytes of a refused file are taken back at once', async () => {
    await using own = await createWorld({ spaces: [journey] })
    const journeys = (await register(own)).client(journeyApi)
    const { id: sessionId } = await journeys.createSession({ body: {} })
    await expect(journeys.addContent({ sessionId, file: fileOf(png) })).rejects.toMatchObject({
      problem: { status: contentUnreadable.status },
    })
    await journeys.addContent({ sessionId, file: fileOf('A stony day.') })
    const entries = await readdir(join(own.folder, 'files'), { recursive: true, withFileTypes: true })
    expect(entries.filter((entry) => entry.isFile())).toHaveLength(1)
  })

  test('neither text nor file', async () => {
    const { id: sessionId } = await api().createSession({ body: {} })
    await expect(api().addContent({ sessionId })).rejects.toMatchObject({ problem: { status: 400 } })
    await expect(api().addContent({ sessionId, body: { text: '\u2003' } })).rejects.toMatchObject({
      problem: { status: 422 },
    })
  })

  test('more parts than a session takes', async () => {
    const { id: sessionId } = await api().createSession({ body: {} })
    const adding = Array.from({ length: contentLimits.perSession + 1 }, (_, i) =>
      api().addContent({ sessionId, body: { text: `Part ${i}.` } }),
    )
    const refused = (await Promise.allSettled(adding)).filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(1)
    const { contents } = await api().getSession({ sessionId })
    expect(contents).toHaveLength(contentLimits.perSession)
    for (const { name } of contents) expect(name).toBe('')
    const { text } = await api().getTranscript({ sessionId })
    expect(new Set(text.split('\n\n')).size).toBe(contentLimits.perSession)
  })
})

describe('hostile names of files are names and nothing else', () => {
  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['<script>alert(1)<\\script>.txt', 'script>.txt'],
    ["'; drop table files; --.txt", "'; drop table files; --.txt"],
    ['a\u202Etxt.exe', 'a\u202Etxt.exe'],
    ['…/', 'file'],
    ['😀'.repeat(150), '😀'.repeat(100)],
    ['CON', 'CON'],
  ])('%s', async (given, kept) => {
    const { content } = await store(fileOf('Words.', given))
    expect(content.name).toBe(kept)
  })
})

describe('SQL and script come back unchanged, as text', () => {
  test.each([
    `Robert'); DROP TABLE journey_sessions;--`,
    `<img src=x onerror="alert('x')"> <script>alert(document.cookie)</script>`,
    '${7*7} {{7*7}} %00 \\u0000 " OR ""="" /* 😀 \u202E */',
  ])('%s', async (hostile) => {
    const draft = { title: hostile, description: hostile, clientName: hostile, professionalName: hostile }
    const { id: sessionId } = await api().createSession({ body: draft })
    const { job } = await api().addContent({ sessionId, body: { text: `I was so anxious. ${hostile}` } })
    expect((await untilEnded(member, job)).state).toBe('done')
    expect(await api().getSession({ sessionId })).toMatchObject(draft)
    expect((await api().getTranscript({ sessionId })).text).toBe(`I was so anxious. ${hostile}`)
    const [element] = (await api().listElements({ sessionId })).items
    if (!element) throw new Error('Nothing was found')
    const decided = await api().decideElement({ elementId: element.id, body: { label: hostile } })
    expect(decided.element.label).toBe(hostile)
    const { nodes } = await api().getGraph({ query: { around: sessionId } })
    const node = nodes.find(({ label }) => label === hostile)
    const around = await api().getGraph({ query: { around: node?.id ?? '' } })
    expect(around.nodes.map(({ label }) => label)).toContain(hostile)
  })
})

test('halves of characters are shown as broken, in their place', async () => {
  const { id: sessionId } = await api().createSession({ body: {} })
  const { content } = await api().addContent({ sessionId, body: { text: 'a b\uD83Dc' } })
  expect(content.warnings).toHaveLength(1)
  expect((await api().getTranscript({ sessionId })).text).toBe('a b\uFFFDc')
})

test('NUL in a file is shown as broken, in its place', async () => {
  const { id: sessionId } = await api().createSession({ body: {} })
  const file = new File(['I slept badly.\0 And I worried about the talk all day long, as I do.'], 'night.txt')
  const { content } = await api().addContent({ sessionId, file })
  expect(content.warnings).toHaveLength(1)
  expect((await api().getTranscript({ sessionId })).text).toContain('badly.\uFFFD And')
})
