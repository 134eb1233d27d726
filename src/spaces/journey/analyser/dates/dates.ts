/**
 * When something is to be done, from its words and the day on which they were written. A stretch of days is due on its
 * last day; "by" and "from" make it the first one, "before" the day before, "after" the day after. Nothing is guessed: what could
 * be two days is none, and a past day is none.
 */
import type { Due } from '../findings.ts'
import { addDays } from './calendar.ts'
import { findTime } from './clock.ts'
import { dayRules, type Stretch } from './days.ts'

interface Found {
  readonly from: number
  readonly to: number
  readonly day: string
}

const preposition =
  /(?:^|[^\p{L}\p{N}])(?<word>by|before|after|until|till|past|on|at|in|over|during|from|starting)(?:\s+the)?\s+(?:(?:start|beginning)\s+of\s+)?$/iu
const twoDays = /(?<![\d./])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])(?![\d./]*\d)/u

/** Words with the range of theirs that says when; undefined where they name no day. */
export function findDue(words: string, today: string): (Due & { from: number; to: number }) | undefined {
  if (namesTwoDays(words)) return undefined
  const day = findDay(words, today)
  const time = findTime(day ? mask(words, day) : words)
  const places = [day, time].filter((place) => place !== undefined)
  if (places.length === 0) return undefined
  const from = Math.min(...places.map((place) => place.from))
  const to = Math.max(...places.map((place) => place.to))
  const due = { day: day?.day ?? today, words: words.slice(from, to).replace(/\s+/gu, ' ').trim() }
  return { ...due, ...(time ? { time: time.time } : {}), from, to }
}

function findDay(words: string, today: string): Found | undefined {
  for (const { pattern, read } of dayRules) {
    const match = pattern.exec(words)
    const stretch = match ? read(match.groups ?? {}, today) : undefined
    if (!match || !stretch) continue
    const { word, from } = wordBefore(words, match)
    const day = pick(stretch, word)
    return day < today ? undefined : { from, to: match.index + match[0].length, day }
  }
  return undefined
}

/** The word that places something before, by or after a stretch stands before it or opens it. */
function wordBefore(words: string, match: RegExpExecArray): { word: string; from: number } {
  const isCount = /^after\s+(?:\d|an?\b|one|two|three|four|five|six)/iu.test(match[0])
  const said = preposition.exec(words.slice(0, match.index))
  const inside = isCount ? null : /^(?<word>by|before|after|until|till)\b/iu.exec(match[0])
  const word = (said ?? inside)?.groups?.['word'] ?? ''
  return { word: word.toLowerCase(), from: match.index - (said?.[0].trimStart().length ?? 0) }
}

function namesTwoDays(words: string): boolean {
  const [one, two] = twoDays.exec(words)?.[0].split('/').map(Number) ?? []
  return one !== two
}

function pick({ first, last }: Stretch, word: string): string {
  if (/^(?:by|until|till|from|starting)$/u.test(word)) return first
  if (word === 'before') return addDays(first, -1)
  return word === 'after' || word === 'past' ? addDays(last, 1) : last
}

/** Keeps every place where it is, so that a clock time is not looked for in the words for the day. */
const mask = (words: string, { from, to }: Found): string => {
  const partOfDay = /(?:morning|afternoon|evening|night|tonight)\s*$/iu.exec(words.slice(from, to))?.[0] ?? ''
  return words.slice(0, from) + partOfDay.padStart(to - from, ' ') + words.slice(to)
}
