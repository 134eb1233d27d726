/**
 * WebVTT (W3C Recommendation of 2019) and SubRip, read with patience: what is broken is kept as text and named.
 * Times are milliseconds.
 */
import type { Segment } from '../contract.ts'

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

const timing = /^\s*(?<from>\S+)[ \t]+-->[ \t]+(?<to>\S+)/
const clock = /^(?:(\d+):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,3}))?$/
const asideBlock = /^(WEBVTT|NOTE|STYLE|REGION)(\s|$)/

export function readCaptions(text: string, format: 'vtt' | 'srt'): CaptionsRead {
  const blocks = text
    .replace(/^\uFEFF/, '')
    .split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)+/)
    .map((block) => block.split(/\r\n|\n|\r/).filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0 && !(format === 'vtt' && asideBlock.test(lines[0] ?? '')))
  const broken = { count: 0 }
  const cues = blocks.flatMap((lines) => readBlock(lines, broken))
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

function readBlock(lines: readonly string[], broken: { count: number }): Cue[] {
  const at = lines.findIndex((line) => line.includes('-->'))
  const words = wordsOf(lines.slice(at < 0 ? firstLineOfWords(lines) : at + 1))
  if (words.text === '') return []
  const times = readTiming(lines[at] ?? '')
  if (times.startsAt === null || times.endsAt === null) broken.count += 1
  return [{ ...words, ...times }]
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
const firstLineOfWords = ([first = '', second]: readonly string[]) =>
  /^\d+$/.test(first.trim()) && second !== undefined ? 1 : 0

function readClock(text: string): number | null {
  const [, hours = '0', minutes, seconds, fraction = '0'] = clock.exec(text) ?? []
  if (minutes === undefined || seconds === undefined) return null
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
}

function wordsOf(lines: readonly string[]) {
  const raw = lines.join('\n')
  const voice = /<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(raw)?.[1]?.trim()
  const text = raw
    .replace(/<\/?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[.\s][^>]*)?>/gi, '')
    .replace(/<\d+:\d[\d:.]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .trim()
  return { text, speaker: voice ?? null }
}

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
