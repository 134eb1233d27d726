import { describe, expect, test } from 'vitest'
import { createLanguageTeller } from './language.ts'
import { splitPassages } from './passages.ts'
import { createPhraseBook } from './phrase-book.ts'
import { readWords } from './words.ts'

function sentences(text: string): string[] {
  return splitPassages(text).map(({ start, end }) => text.slice(start, end))
}

function forms(text: string): string[] {
  return readWords(text, { start: 0, end: text.length }, (form) => form === 'happy').map((word) => word.form)
}

describe('passages', () => {
  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['I met Dr. Smith. He was kind.', ['I met Dr. Smith.', 'He was kind.']],
    ['It was 3.5 miles.', ['It was 3.5 miles.']],
    ['first\n\nsecond', ['first', 'second']],
    ['Hello.\r\n\r\nWorld.', ['Hello.', 'World.']],
    ['- one\n- two', ['- one', '- two']],
    ['  \n\t ', []],
    ['', []],
    ['こんにちは。元気です。', ['こんにちは。', '元気です。']],
  ])('%j is cut into %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  test('dictated text without marks is cut at connectives', () => {
    const pieces = sentences('and then we went home and talked about the day '.repeat(20))
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.slice(1).every((piece) => /^(?:and|we)\b/u.test(piece))).toBe(true)
  })

  test('a word without an end is cut without splitting a character', () => {
    const pieces = sentences('😀'.repeat(5000))
    expect(pieces.join('')).toBe('😀'.repeat(5000))
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true)
  })
})

describe('words', () => {
  test.each([
    ['Don’t WORRY', ["don't", 'worry']],
    ['dont worry', ["don't", 'worry']],
    ["my mother's self-esteem", ['my', 'mother', 'self', 'esteem']],
    ['I am happyyyy!', ['i', 'am', 'happy', '!']],
    ['gonna go :-) <3', ['going', 'to', 'go', ':)', '<3']],
    ['👍🏽 ❤️', ['👍', '❤']],
  ])('%j reads %j', (text, expected) => {
    expect(forms(text)).toEqual(expected)
  })

  test('the longest phrase wins and uses up its words', () => {
    const book = createPhraseBook([
      { term: 'wait', entry: 'a' },
      { term: "can't wait", entry: 'b' },
      { term: 'happ*', entry: 'c' },
    ])
    const found = book.find(["can't", 'wait', 'happiness'])
    expect(found.map(({ from, to, entries }) => [from, to, ...entries])).toEqual([
      [0, 2, 'b'],
      [2, 3, 'c'],
    ])
  })
})

describe('language', () => {
  const tell = createLanguageTeller()
  test.each([
    ['I went home and it was good.', 'en'],
    ['ok', 'en'],
    ['bonjour', 'en'],
    ['Сегодня я была очень счастлива.', 'ru'],
    ['Сьогодні я був дуже щасливий.', 'uk'],
    ['今日はとても楽しかったです。', 'ja'],
    ['今天我很高兴。', 'zh'],
    ['오늘은 정말 행복했어요.', 'ko'],
    ['كنت سعيدا جدا اليوم', 'ar'],
    ['היום הייתי שמח', 'he'],
    ['Σήμερα ήμουν χαρούμενος', 'el'],
    ['Heute war ich sehr traurig, weil ich nicht mit dir sprechen konnte.', 'de'],
    ['Hoy estoy muy triste porque no pude hablar con mi madre.', 'es'],
    ["Aujourd'hui je suis très content parce que tout est bien.", 'fr'],
    ['Oggi sono molto felice perché non ho più paura di te.', 'it'],
    ['Bugün çok yorgunum çünkü hiç uyumadım ama iyi bir gün oldu.', 'tr'],
    ['Men şu gün gaty gynandym, sebäbi ejem bilen gürleşip bilmedim.', 'tk'],
    ['Ja dziś nie mam siły, bo nie spałam i jestem bardzo zmęczona.', 'pl'],
    ['Ich bin so müde.', 'de'],
    ['je ne suis pas triste', 'fr'],
    ['My grandmother always said "Morgen ist auch noch ein Tag", and I believe her when I am sad.', 'en'],
    ['I read https://example.org/de/und/die/der/das/nicht today and felt sad about it all.', 'en'],
    ['My code was `let y = de la que no` and it made me so angry today.', 'en'],
    ['Danke! Today I am so happy that I could sing to the whole street.', 'en'],
    ['so tired', 'en'],
    ['', 'und'],
    ['😂😂', 'und'],
  ])('%j is %s', (text, language) => {
    expect(tell(text)).toBe(language)
  })
})
