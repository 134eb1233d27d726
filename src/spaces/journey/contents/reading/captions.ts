/**
 * WebVTT (W3C Recommendation of 2019) and SubRip, read with patience: what is broken is kept as text and named.
 * Times are milliseconds.
 */
import type { Segment } from '../../contract.ts'

interface Cue {
  text: string
  speaker: string | null
  startsAt: number | null
  endsAt: number | null
}

export interface CaptionsRead {
  text: string
  segments: Segment[]
  warnings: string[]
}

const timing = /^\s*(?<from>[\d:.,]+)[ \t]*-->[ \t]*(?<to>[\d:.,]+)/
const clock = /^(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,3}))?$/
const asideBlock = /^(WEBVTT|NOTE|STYLE|REGION)(\s|$)/

export function readCaptions(text: string, format: 'vtt' | 'srt'): CaptionsRead {
  const blocks = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .map((lines) => (format === 'vtt' && asideBlock.test(lines[0] ?? '') ? afterAside(lines) : lines))
    .flatMap(splitAtTimes)
  const broken = { count: 0 }
  const cues = blocks.flatMap((lines) => readCue(lines, broken))
  const timed = cues.filter(({ startsAt }) => startsAt !== null)
  if (timed.length === 0) return asPlainText(text)
  const warnings =
    broken.count > 0
      ? [`${countOf(broken.count, 'cue')} without a readable time. The words are kept, without a place in time.`]
      : []
  return { ...layOut(cues), warnings: [...warnings, ...overlapWarning(timed)] }
}

const countOf = (count: number, noun: string) => `${count} ${noun}${count === 1 ? ' is' : 's are'}`

function asPlainText(text: string): CaptionsRead {
  return {
    text,
    segments: [],
    warnings: ['No cue with a readable time was found, so the whole file is kept as plain text.'],
  }
}

/** A header, note or style ends where a cue's time stands, even when the empty line between them is missing. */
function afterAside(lines: readonly string[]) {
  const at = lines.findIndex((line) => timing.test(line))
  return at < 0 ? [] : lines.slice(at)
}

/** One list of lines a cue: where empty lines are missing, the next time begins the next cue, with its counter. */
function splitAtTimes(lines: readonly string[]): string[][] {
  const cues: string[][] = []
  let cue: string[] = []
  let isTimed = false
  for (const line of lines) {
    const isTime = timing.test(line)
    if (isTime && isTimed) {
      const counter = cue.length > 2 && isCounter(cue.at(-1)) ? cue.splice(-1) : []
      cues.push(cue)
      cue = counter
    }
    isTimed ||= isTime
    cue.push(line)
  }
  return cue.length > 0 ? [...cues, cue] : cues
}

const isCounter = (line = '') => /^\d+$/.test(line.trim())

function readCue(lines: readonly string[], broken: { count: number }): Cue[] {
  const at = lines.findIndex((line) => line.includes('-->'))
  const voices = voicesOf(lines.slice(at < 0 ? firstLineOfWords(lines) : at + 1).join('\n'))
  if (voices.length === 0) return []
  const times = readTiming(lines[at] ?? '')
  if (times.startsAt === null || times.endsAt === null) broken.count += 1
  return voices.map((words) => ({ ...words, ...times }))
}

/** An end before its start is no time. */
function readTiming(line: string) {
  const { from = '', to = '' } = timing.exec(line)?.groups ?? {}
  const startsAt = readClock(from)
  const endsAt = readClock(to)
  const isForward = startsAt !== null && endsAt !== null && endsAt >= startsAt
  return { startsAt, endsAt: isForward ? endsAt : null }
}

/** A lone number above the words is the cue's counter. */
const firstLineOfWords = ([first = '', second]: readonly string[]) => (isCounter(first) && second !== undefined ? 1 : 0)

function readClock(text: string): number | null {
  const [, hours = '0', minutes, seconds, fraction = '0'] = clock.exec(text) ?? []
  if (minutes === undefined || seconds === undefined) return null
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
}

/** What each speaker says in a cue; a voice tag holds until the next one. */
function voicesOf(raw: string) {
  return raw
    .split(/(?=<v[.\s])/)
    .map(wordsOf)
    .filter(({ text }) => text !== '')
}

/** No class of characters here may match “<”: a page of open tags would take forever. */
function wordsOf(raw: string) {
  const speaker = /^<v(?:\.[^\s<>]*)?\s([^<>]+)>/.exec(raw)?.[1]?.trim()
  const text = raw.replace(/<\/?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[.\s][^<>]*)?>/gi, '').replace(/<\d+:\d[\d:.]*>/g, '')
  return { text: decodeEntities(text).trim(), speaker: speaker ? decodeEntities(speaker) : null }
}

const decodeEntities = (text: string) =>
  text.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', lrm: '\u200E', rlm: '\u200F' }

/** One cue a line; each is a segment. */
function layOut(cues: readonly Cue[]) {
  const segments: Segment[] = []
  let text = ''
  for (const { text: words, ...cue } of cues) {
    if (text !== '') text += '\n'
    segments.push({ start: text.length, end: text.length + words.length, ...cue })
    text += words
  }
  return { text, segments }
}

function overlapWarning(timed: readonly Cue[]) {
  const isBack = timed.some((cue, i) => (cue.startsAt ?? 0) < (timed[i - 1]?.startsAt ?? 0))
  return isBack ? ['Some cues go back in time. They are kept in the order of the file.'] : []
}
