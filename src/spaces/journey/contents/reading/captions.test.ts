import { expect, test } from 'vitest'
import { readText } from './reading.ts'

const cues = (text: string, name = 'talk.vtt') => {
  const read = readText(text, name)
  for (const { start, end } of read.segments) expect(read.text.slice(start, end).trim()).not.toBe('')
  return {
    ...read,
    cues: read.segments.map((one) => [one.startsAt, one.endsAt, one.speaker, read.text.slice(one.start, one.end)]),
  }
}

test('a WebVTT file gives its words, speakers and times, and leaves out what is not said', () => {
  const text = `\uFEFFWEBVTT - a talk
Kind: captions

NOTE this is nobody's business
and goes on

STYLE
::cue { color: red }

REGION
id:fred

intro
00:01.000 --> 00:02.500 align:start position:10%
<v Ann>I was <b>so</b> <c.loud>anxious</c> &amp; tired</v>

00:00:03.000 --> 01:00:04.000
<v.first Bob &lt;b&gt;>Why?
<00:00:03.500>Tell me.`
  expect(cues(text)).toMatchObject({
    format: 'vtt',
    warnings: [],
    text: 'I was so anxious & tired\nWhy?\nTell me.',
    cues: [
      [1000, 2500, 'Ann', 'I was so anxious & tired'],
      [3000, 3_604_000, 'Bob <b>', 'Why?\nTell me.'],
    ],
  })
})

test('two voices in one cue are two turns', () => {
  const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello</v>\n<v Bob>Good morning</v>'
  expect(cues(text).cues).toEqual([
    [1000, 2000, 'Ann', 'Hello'],
    [1000, 2000, 'Bob', 'Good morning'],
  ])
})

test.each([
  ['\n', ''],
  ['\r\n', ''],
  ['\r\n', '\uFEFF'],
  ['\r', ''],
])('SubRip is read with line ends %j after %j', (lineEnd, mark) => {
  const lines = [
    '1',
    '00:00:01,000 --> 00:00:02,000',
    'Hello',
    '',
    '2',
    '00:00:03,5 --> 00:00:04,000',
    '<i>You</i>',
    '42',
  ]
  expect(cues(mark + lines.join(lineEnd), 'talk.srt')).toMatchObject({
    format: 'srt',
    warnings: [],
    cues: [
      [1000, 2000, null, 'Hello'],
      [3500, 4000, null, 'You\n42'],
    ],
  })
})

test('without empty lines the next time begins the next cue', () => {
  const vtt = 'WEBVTT\n00:01.000 --> 00:02.000\nHello\n00:03.000-->00:04.000\nAgain'
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nHello\n2\n00:00:03,000 --> 00:00:04,000\nAgain'
  const wanted = [
    [1000, 2000, null, 'Hello'],
    [3000, 4000, null, 'Again'],
  ]
  expect(cues(vtt).cues).toEqual(wanted)
  expect(cues(srt, 'talk.srt').cues).toEqual(wanted)
})

test('words without a readable time are kept, without a place in time, and counted', () => {
  const text = `WEBVTT

00:99.000 --> 00:02.000
First

00:05.000 --> 00:03.000
Second

00:06.000 00:07.000
Third

99999999999999999999:00:00 --> 99999999999999999999:00:01
Fourth

00:08.000 --> 00:09.000
Fifth`
  const read = cues(text)
  expect(read.cues.map(([from]) => from)).toEqual([null, 5000, null, null, 8000])
  for (const word of ['First', 'Second', 'Third', 'Fourth', 'Fifth']) expect(read.text).toContain(word)
  expect(read.warnings).toEqual([expect.stringMatching(/^4 cues are without a readable time/)])
})

test('captions without any readable time are plain text, whole', () => {
  const text = 'WEBVTT\n\nsoon --> later\nHello'
  expect(cues(text)).toMatchObject({ text, segments: [], warnings: [expect.stringContaining('plain text')] })
})

test('a file named .vtt is read without its header; a note named .txt is left alone', () => {
  const text = '00:01.000 --> 00:02.000\nHello'
  expect(cues(text).cues).toHaveLength(1)
  expect(cues(text, 'note.txt')).toMatchObject({ format: 'text', text, segments: [] })
})

test('overlapping cues stay in the order of the file, and going back in time is named', () => {
  const text =
    'WEBVTT\n\n00:05.000 --> 00:09.000\nOne\n\n00:06.000 --> 00:07.000\nTwo\n\n00:01.000 --> 00:02.000\nThree'
  const read = cues(text)
  expect(read.text).toBe('One\nTwo\nThree')
  expect(read.warnings).toEqual([expect.stringContaining('back in time')])
})

test('markdown is kept as it was written', () => {
  const text = '# Monday\r\n\r\n* felt **bad**\r\n> WEBVTT'
  expect(readText(text, 'day.md')).toMatchObject({ text, format: 'markdown', segments: [] })
})

test('a page of open tags, arrows or blanks takes no longer than any other', () => {
  const started = performance.now()
  for (const piece of ['<v ', '<c.a', '<v.x', '00:01.000 --> 00:02.000\n<v', '\n \n', '00:01 --> ', '<1:1']) {
    const body = piece.repeat(1_000_000 / piece.length)
    readText(`WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n${body}`, 'talk.vtt')
  }
  expect(performance.now() - started).toBeLessThan(8000)
})
