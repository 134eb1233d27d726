/** Sessions as they travel, drawn at random: words of every sort, quotes that stand in them, turns with times. */
import fc from 'fast-check'
import { readPortable, type PortableSession } from '../../../src/spaces/journey/archive/portable.ts'

/** What has broken readers of text before. */
const pitfalls = fc.constantFrom(
  'a\r\nb',
  'a\rb',
  'a\n\n\nb',
  '---\ntitle: "x"\n---\n',
  '00:01.000 --> 00:02.000',
  'WEBVTT',
  'NOTE x',
  '"quoted", and',
  "'=cmd",
  '=1+1',
  '\t@x',
  '<v Ada>',
  '&amp;lt;',
  '\uFEFF',
  '😀 ребёнок',
  '\n\n<!-- What Cairn found; it is not read back. -->\n',
  'characters: 3',
  '\u2028',
  '1',
)

const plain = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.toWellFormed().replaceAll('\0', ''))
const words = fc.array(fc.oneof(pitfalls, plain), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
const someText = words.filter((text) => text.trim() !== '')
const line = words.map((text) => text.slice(0, 100).toWellFormed())
const title = line.map((text) => text.trim()).filter((text) => text !== '')
const id = fc.uuid({ version: 7 })
const moment = fc.integer({ min: 0, max: 4_000_000_000_000 })
const date = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

const facts = {
  id,
  title,
  date,
  description: line,
  clientName: line,
  professionalName: line,
  createdAt: moment,
  updatedAt: moment,
}

const drawElement = (text: string) =>
  fc
    .record({
      id,
      kind: fc.constantFrom('emotion' as const, 'topic' as const, 'insight' as const),
      key: title,
      label: title,
      proposedLabel: title,
      traits: fc.constantFrom({}, { experiencer: 'self' as const, negated: false }, { domain: 'work' }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
      status: fc.constantFrom('proposed' as const, 'confirmed' as const, 'edited' as const, 'rejected' as const),
      analyser: fc.constant('offline 1.0.0'),
      start: fc.integer({ min: 0, max: text.length - 1 }),
      length: fc.integer({ min: 1, max: 20 }),
      createdAt: moment,
      updatedAt: moment,
    })
    .map(({ start, length, ...element }) => {
      const quote = text.slice(start, start + length)
      return { ...element, spans: [{ start, end: start + quote.length, quote }] }
    })
    .filter(({ spans }) => spans.every(({ quote }) => quote.isWellFormed()))

export const drawSession: fc.Arbitrary<PortableSession> = someText.chain((text) =>
  fc
    .record({
      ...facts,
      isAnalysed: fc.boolean(),
      valence: fc.option(fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0)),
      elements: fc.uniqueArray(drawElement(text), { maxLength: 4, selector: ({ kind, key }) => `${kind} ${key}` }),
    })
    .map((session) =>
      readPortable({
        ...session,
        language: 'en',
        analysedRevision: 1,
        passages: [],
        contents: [],
        transcript: { revision: 1, text, segments: [] },
      }),
    ),
)

/** A conversation: turns one after the other, with words between them that nobody said. */
export const drawTurns: fc.Arbitrary<PortableSession> = fc
  .record({
    ...facts,
    turns: fc.array(
      fc.record({
        words: someText,
        speaker: fc.option(fc.constantFrom('Ada', 'R&D <chief>', 'Мария')),
        startsAt: fc.option(fc.integer({ min: 0, max: 40_000_000 })),
        lasts: fc.option(fc.integer({ min: 0, max: 90_000 })),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ turns, ...session }) => {
    let text = ''
    const segments = turns.map(({ words: said, speaker, startsAt, lasts }) => {
      const start = text === '' ? 0 : (text += '\n').length
      text += said
      const endsAt = startsAt === null || lasts === null ? null : startsAt + lasts
      return { start, end: text.length, speaker, startsAt, endsAt }
    })
    return readPortable({
      ...session,
      language: null,
      isAnalysed: false,
      valence: null,
      analysedRevision: null,
      passages: [],
      contents: [],
      elements: [],
      transcript: { revision: 1, text, segments },
    })
  })
