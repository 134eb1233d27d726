import { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createAnalyser } from './analyser.ts'
import { type Analysis, analysisSchema } from './findings.ts'
import { readLexicon } from './text/lexicon.ts'

const analyser = createAnalyser()
const seed = 20_260_101

const terms = [...readLexicon('emotions'), ...readLexicon('topics')].map(([, term = '']) => term.replaceAll('*', ''))
const cues = [
  'I will',
  'I finally called',
  'I still have not',
  'I want to die',
  'tomorrow at 9',
  'before the 31st',
  "I'm not",
  'I realized that',
  'never',
  'my boss',
  'I can’t',
  '.',
  ', ',
  '\n\n',
  '"',
  '?',
  'если',
  '\uD800',
  '👩‍👩‍👧',
]
const soup = fc
  .array(fc.oneof(fc.constantFrom(...terms), fc.constantFrom(...cues), fc.string({ unit: 'binary', maxLength: 6 })))
  .map((pieces) => pieces.join(' '))

function spansOf(analysis: Analysis) {
  const claims = [...analysis.followUps, ...analysis.crisis].map(({ span }) => span)
  return [...claims, ...[...analysis.emotions, ...analysis.topics, ...analysis.elements].flatMap(({ spans }) => spans)]
}

function expectExact(text: string): void {
  const analysis = analyser.analyse(text, { day: '2026-02-28' })
  analysisSchema.parse(analysis)
  for (const { start, end, quote } of spansOf(analysis)) expect(text.slice(start, end)).toBe(quote)
  let last = 0
  for (const { start, end } of analysis.passages) {
    expect(text.slice(last, start).trim()).toBe('')
    expect(end).toBeGreaterThan(start)
    last = end
  }
  expect(text.slice(last).trim()).toBe('')
}

describe('spans', () => {
  test('are exact over any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectExact), { seed, numRuns: 1500 })
  })

  test('are exact over soups of lexicon words', () => {
    fc.assert(fc.property(soup, expectExact), { seed, numRuns: 1500 })
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t\r\n '],
    ['NUL', 'I am \0 happy\0. \0'],
    ['a byte order mark', '\uFEFFI am happy.'],
    ['CRLF', 'I am happy.\r\nI will call her.\r\n'],
    ['lone surrogates', '\uD800 I am happy \uDC00.'],
    ['joined emoji', 'We are happy 👩‍❤️‍👩 👨‍👩‍👧‍👦 today 🤦🏽‍♀️.'],
    ['right to left', '\u202EI am happy\u202C שלום'],
    ['letters that grow in lower case', 'İ am happy İİİ and sad.'],
  ])('are exact around %s', (_, text) => {
    expectExact(text)
  })
})

describe('determinism', () => {
  const another = createAnalyser()

  test('the same text gives the same bytes, whatever was read before', () => {
    fc.assert(
      fc.property(fc.array(soup, { minLength: 2, maxLength: 4 }), (texts) => {
        const forwards = texts.map((text) => JSON.stringify(analyser.analyse(text)))
        const backwards = texts.toReversed().map((text) => JSON.stringify(another.analyse(text)))
        expect(backwards.reverse()).toEqual(forwards)
      }),
      { seed, numRuns: 60 },
    )
  })
})

describe('language', () => {
  test('a text in another language is not read with English lists', () => {
    const german = analyser.analyse('Ich war heute nicht so glücklich, und der Tag war sehr die Hölle.')
    expect(german).toMatchObject({
      language: 'de',
      analysed: false,
      emotions: [],
      topics: [],
      elements: [],
      valence: 0,
    })
    expect(german.passages).toHaveLength(1)
  })

  test('emoji without letters are read', () => {
    expect(analyser.analyse('😂')).toMatchObject({ language: 'und', analysed: true })
    expect(analyser.analyse('😂').emotions).toHaveLength(1)
  })
})

describe('size', () => {
  test.each([
    ['a diary of two megabytes', 'I am happy today, but my boss was angry and I will call her. '.repeat(33_000)],
    ['a word of a megabyte', 'a'.repeat(1_000_000)],
    ['emoji of a megabyte', '😀'.repeat(500_000)],
    ['two megabytes without a mark', 'and then i went home '.repeat(95_000)],
    ['a megabyte of marks', '.,!?;:'.repeat(170_000)],
    ['a megabyte of line breaks', '\n'.repeat(1_000_000)],
    ['a megabyte of blanks before a word', `${' '.repeat(1_000_000)}happy`],
    ['a megabyte of apostrophes', "i'".repeat(500_000)],
    ['a megabyte of quotation marks', '"!'.repeat(500_000)],
  ])(
    '%s is read to its end',
    (_, text) => {
      const { passages } = analyser.analyse(text)
      expect(passages.at(-1)?.end ?? 0).toBe(text.trimEnd().length)
    },
    60_000,
  )
})

describe('topics', () => {
  test.each([
    ['I could not sleep and woke up at 3am with insomnia.', 'sleep', 'sleep'],
    ['My boss moved the deadline again.', 'workplace', 'work'],
    ['We broke up last week and I miss my ex.', 'separation', 'partner'],
    ['My grandmother passed away in March.', 'loss', 'family'],
    ['I prayed at church on Sunday.', 'faith', 'faith'],
    ['He hit me again.', 'abuse', 'partner'],
    ['I cooked dinner from scratch.', 'cooking', 'food'],
  ])('"%s" is about %s', (text, label, domain) => {
    expect(analyser.analyse(text).topics).toContainEqual(expect.objectContaining({ label, domain }))
  })

  test('words of a person stand for their own topics beside the tree', () => {
    const topics = [{ label: 'allotment', domain: 'leisure', term: 'raised bed*', weight: 1 }]
    const lexicon = { topics, emotions: [], silenced: [] }
    expect(analyser.analyse('I slept late and built raised beds.', { lexicon }).topics).toEqual([
      expect.objectContaining({
        label: 'allotment',
        domain: 'leisure',
        spans: [expect.objectContaining({ quote: 'raised beds' })],
      }),
      expect.objectContaining({ label: 'sleep' }),
    ])
    expect(analyser.analyse('I built raised beds.').topics).toEqual([])
  })

  test('words that a person silenced mean nothing, or nothing of that topic', () => {
    const text = 'My boss yelled at me and I could not sleep.'
    const labelsWith = (silenced: { kind: 'topic' | 'emotion'; label?: string; term: string }[]) =>
      analyser.analyse(text, { lexicon: { topics: [], emotions: [], silenced } }).topics.map(({ label }) => label)
    const all = labelsWith([])
    expect(all).toContain('workplace')
    expect(labelsWith([{ kind: 'topic', term: 'boss' }])).toEqual(all.filter((label) => label !== 'workplace'))
    expect(labelsWith([{ kind: 'topic', label: 'workplace', term: 'boss' }])).not.toContain('workplace')
    expect(labelsWith([{ kind: 'topic', label: 'family', term: 'boss' }])).toEqual(all)
    expect(labelsWith([{ kind: 'emotion', term: 'boss' }])).toEqual(all)
  })

  test('what a question asks for counts more than what is told', () => {
    const scoreIn = (text: string) => analyser.analyse(text).topics.find(({ label }) => label === 'money')?.score ?? 0
    expect(scoreIn('Hello. I think of my rent.')).toBeGreaterThan(0)
    expect(scoreIn('Hello. Shall I pay my rent?')).toBeGreaterThan(scoreIn('Hello. I shall pay my rent.'))
  })

  test.each([
    ['For example, we left early.', 'exams'],
    ['My friend showed up late.', 'screen'],
    ['He walked out on us.', 'walking'],
    ['My daughter in law came by.', 'parenting'],
  ])('"%s" is not about %s', (text, label) => {
    expect(analyser.analyse(text).topics.map((topic) => topic.label)).not.toContain(label)
  })

  test('a text about nothing in the tree has no topic', () => {
    expect(analyser.analyse('It is what it is.').topics).toEqual([])
  })
})

test('findings are ranked by score', () => {
  const { topics, elements } = analyser.analyse(
    'My boss and my wife. I will call him. I am a failure. Sleep, sleep, food.',
  )
  for (const list of [topics, elements]) {
    expect(list.map(({ score }) => score)).toEqual(list.map(({ score }) => score).sort((left, right) => right - left))
  }
})

test('a reading for a person leaves out words that only hint at a feeling', () => {
  const shown = createAnalyser({ hints: 'left-out' })
  expect(shown.analyse('How was your day? What else?').emotions).toEqual([])
  expect(
    shown.analyse('I was curious. How was it?').emotions.map(({ spans }) => spans.map(({ quote }) => quote)),
  ).toEqual([['curious']])
})

test('reading a text opens no socket', () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  createAnalyser().analyse('See https://example.org, I am happy and will call her tomorrow.', { day: '2026-03-02' })
  expect(connect).not.toHaveBeenCalled()
  connect.mockRestore()
})
