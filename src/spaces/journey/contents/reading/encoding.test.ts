import { describe, expect, test } from 'vitest'
import { TextEncoding } from '../../contract.ts'
import { readBytes } from './reading.ts'

const russian = 'Сегодня я очень волновался перед разговором с начальником — «трудный день».\r\nЁжик, подъём, щука.'
const french = 'Déjà vu : l’été où j’ai pleuré à Noël… «ça va», dit-elle — 20 € pour un cœur brisé.'
const emoji = 'I felt 😀 and 👩‍👩‍👧‍👦, then 𝔘𝔫𝔦𝔠𝔬𝔡𝔢.\r\nTabs\tand e\u0301.'
const marks = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] }

const read = (bytes: Uint8Array, encoding?: TextEncoding) =>
  readBytes(bytes, { name: 'day.txt', type: 'text/plain', encoding })

/** The other way round than `TextDecoder`: 8-bit encodings by their whole table. */
function encode(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from(text, (character) => {
    const byte = table.indexOf(character)
    if (byte < 0) throw new Error(`${encoding} has no ${character}`)
    return byte
  })
}

describe('text is read right to the character', () => {
  const cases: [encoding: TextEncoding, text: string][] = [
    ['utf-8', emoji],
    ['utf-8', russian],
    ['utf-16le', emoji],
    ['utf-16le', russian],
    ['utf-16be', emoji],
    ['utf-16be', russian],
    ['windows-1251', russian],
    ['koi8-r', 'Сегодня я очень волновался перед разговором с начальником.\r\nЁжик, подъём, щука.'],
    ['ibm866', 'Сегодня я очень волновался перед разговором с начальником.\r\nЁжик, подъём, щука.'],
    ['windows-1252', french],
  ]
  test.each(cases)('%s: %s', (encoding, text) => {
    expect(read(encode(text, encoding))).toMatchObject({ text, encoding, warnings: [] })
  })

  test.each(Object.entries(marks))('%s with its byte order mark, which is no part of the text', (encoding, mark) => {
    const bytes = Buffer.concat([Buffer.from(mark), encode(emoji, TextEncoding.parse(encoding))])
    expect(read(bytes)).toMatchObject({ text: emoji, encoding, warnings: [] })
  })

  test.each(TextEncoding.options.map((encoding) => [encoding, encoding.includes('125') ? french : 'Plain words.']))(
    '%s when a person chose it',
    (encoding, wanted) => {
      const text = encoding === 'windows-1251' ? russian : wanted
      expect(read(encode(text, encoding), encoding)).toMatchObject({ text, encoding })
    },
  )

  test('a stray NUL does not turn a text into another alphabet', () => {
    const text = 'I slept badly.\0 And I worried about the talk all day long, as I always do before one of those.'
    expect(read(Buffer.from(text))).toMatchObject({ text: text.replace('\0', '\uFFFD'), encoding: 'utf-8' })
  })

  test('the other 8-bit readings are offered', () => {
    expect(read(encode(russian, 'windows-1251')).alternatives).toContain('koi8-r')
  })
})

describe('what holds no text is refused', () => {
  test.each([
    ['no bytes', Buffer.alloc(0)],
    ['nothing but blanks', Buffer.from(' \t\r\n \u00A0\u2003')],
    ['nothing but a byte order mark', Buffer.from(marks['utf-8'])],
  ])('%s', (_, bytes) => {
    expect(() => read(bytes)).toThrow(/empty|no words/)
  })

  test('bytes of chance', () => {
    let state = 1
    const bytes = Uint8Array.from({ length: 5000 }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff)
    expect(() => read(bytes)).toThrow('does not read as text')
  })

  test.each([
    ['image/png', 'picture'],
    ['audio/mpeg', 'sound'],
    ['application/pdf', 'PDF'],
  ])('%s, whatever its name', (type, words) => {
    const bytes = Uint8Array.from({ length: 600 }, (_, i) => (i * 37) % 256)
    expect(() => readBytes(bytes, { name: 'diary.txt', type })).toThrow(words)
  })
})

describe('a wrong choice is refused, and says so', () => {
  test.each<[chosen: TextEncoding, bytes: Uint8Array]>([
    ['utf-8', encode(russian, 'windows-1251')],
    ['utf-16le', encode(`${french}!`, 'windows-1252').subarray(0, 81)],
    ['windows-1251', encode(emoji, 'utf-16le')],
    ['windows-1252', Buffer.concat([Buffer.from(marks['utf-16le']), encode(french, 'utf-16le')])],
    ['utf-16be', Buffer.concat([Buffer.from(marks['utf-16le']), encode(french, 'utf-16le')])],
    ['koi8-r', Uint8Array.from({ length: 600 }, (_, i) => (i * 37) % 256)],
  ])('%s', (chosen, bytes) => {
    expect(() => read(bytes, chosen)).toThrow(chosen)
  })
})

test('a marked file that was cut in the middle of a character is read, with a warning', () => {
  const bytes = Buffer.concat([Buffer.from(marks['utf-16le']), encode('I felt 😀', 'utf-16le').subarray(0, -2)])
  const { text, warnings } = read(bytes)
  expect(text).toBe('I felt \uFFFD')
  expect(warnings).toHaveLength(1)
})

test('eight megabytes of an 8-bit encoding are told apart in a moment', () => {
  const bytes = encode(russian.repeat(20_000), 'windows-1251')
  const started = performance.now()
  expect(read(bytes)).toMatchObject({ encoding: 'windows-1251' })
  expect(performance.now() - started).toBeLessThan(1500)
})
