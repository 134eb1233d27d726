import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawSession, drawTurns } from '../../../../../tests/faults/hostile/portable-sessions.ts'
import { Fault, readPortable, type PortableSession } from '../portable.ts'
import { isOwnTable, packCsv, readCsv } from './csv.ts'
import { readJson } from './json.ts'
import { readMarkdown, writeMarkdown } from './markdown.ts'
import { cuesOf, readVtt, writeVtt } from './vtt.ts'

const options = { numRuns: 100, seed: 7 }

/** What the plain formats hold of a session beside its words. */
const facts = [
  'id',
  'title',
  'date',
  'description',
  'clientName',
  'professionalName',
  'createdAt',
  'updatedAt',
] as const
const factsOf = (session: PortableSession) => Object.fromEntries(facts.map((name) => [name, session[name]]))

async function toTables(sessions: readonly PortableSession[]) {
  const tables = new Map<string, string>()
  const read = async function* () {
    yield* sessions
  }
  for await (const { path, content } of packCsv(read)) {
    const chunks: Uint8Array[] = []
    if (typeof content !== 'string') for await (const chunk of content) chunks.push(chunk)
    tables.set(path, Buffer.concat(chunks).toString())
  }
  return { sessions: tables.get('sessions.csv') ?? '', elements: tables.get('elements.csv') ?? '' }
}

describe('JSON', () => {
  test('gives every session back as it was', () => {
    fc.assert(
      fc.property(drawSession, (session) => {
        expect([...readJson(JSON.stringify({ sessions: [session] }))]).toEqual([session])
      }),
      options,
    )
  })
})

describe('CSV', () => {
  test('gives every fact, every word and everything found back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawSession, { minLength: 1, maxLength: 4 }), async (sessions) => {
        const tables = await toTables(sessions)
        expect(isOwnTable(tables.sessions)).toBe(true)
        for (const [i, read] of [...readCsv(tables)].entries()) {
          if (read instanceof Fault) throw read
          const wrote = sessions[i]
          expect(wrote && factsOf(read)).toEqual(wrote && factsOf(wrote))
          expect(read.transcript?.text).toEqual(wrote?.transcript?.text)
          expect(read.elements).toEqual(wrote?.elements)
        }
      }),
      options,
    )
  })

  test('has no cell that a spreadsheet would run', async () => {
    const [drawn] = fc.sample(drawSession, { seed: 1, numRuns: 1 })
    if (!drawn) throw new Error('Nothing was drawn')
    for (const title of ['=1+1', '+1', '-1', '@sum', '\t=1', "'=1"]) {
      const tables = await toTables([{ ...drawn, title, description: title }])
      expect(tables.sessions).not.toMatch(/(^|,)"?[=+@\t]/m)
      expect([...readCsv(tables)]).toMatchObject([{ description: title }])
    }
  })
})

describe('Markdown', () => {
  test('gives every fact and every word back as it was, whatever they look like', () => {
    fc.assert(
      fc.property(drawSession, (session) => {
        const read = readMarkdown(writeMarkdown(session))
        expect(read && factsOf(read)).toEqual(factsOf(session))
        expect(read?.transcript?.text).toEqual(session.transcript?.text)
      }),
      options,
    )
  })

  test('takes words that were changed by hand, without the list below them', () => {
    const [drawn] = fc.sample(drawSession, { seed: 3, numRuns: 1 })
    if (!drawn) throw new Error('Nothing was drawn')
    const text = 'I am calm.'
    const element = { ...drawnElement, spans: [{ start: 5, end: 9, quote: 'calm' }] }
    const file = writeMarkdown({
      ...drawn,
      contents: [],
      passages: [],
      analysedRevision: null,
      transcript: { revision: 1, text, segments: [] },
      elements: [element],
    })
    expect(readMarkdown(file.replace(text, 'I am calm today.'))?.transcript?.text).toBe('I am calm today.')
  })
})

const drawnElement = {
  id: '01a1f950-0000-7000-8000-000000000001',
  kind: 'emotion' as const,
  key: 'calm self present',
  label: 'calm',
  proposedLabel: 'calm',
  traits: {},
  confidence: 0.9,
  status: 'confirmed' as const,
  analyser: 'offline 1.0.0',
  saying: null,
  createdAt: 1,
  updatedAt: 1,
}

describe('WebVTT', () => {
  test('gives every fact, voice, time and word back', () => {
    fc.assert(
      fc.property(drawTurns, (session) => {
        const cues = cuesOf(session)
        fc.pre(cues.length > 0)
        const read = readVtt(writeVtt(session))
        expect(read && factsOf(read)).toEqual(factsOf(session))
        expect(read && cuesOf(read)).toEqual(cues)
      }),
      options,
    )
  })
})

test('a session that does not hang together is refused with words', () => {
  const [drawn] = fc.sample(drawSession, { seed: 5, numRuns: 1 })
  const broken: [Record<string, unknown>, RegExp][] = [
    [{ title: 'half \uD800' }, /broken characters/],
    [{ title: 'a\0b' }, /broken characters/],
    [{ createdAt: 1e300 }, /createdAt/],
    [{ createdAt: '1' }, /createdAt/],
    [{ date: '2026-02-30' }, /date/],
    [{ elements: [{ ...drawnElement, spans: [{ start: 0, end: 3, quote: 'not there' }] }] }, /does not stand/],
    [{ passages: [{ start: 0, end: 99_999_999 }] }, /outside/],
    [{ id: '../../etc/passwd' }, /id/],
  ]
  for (const [change, words] of broken) expect(() => readPortable({ ...drawn, ...change })).toThrow(words)
})
