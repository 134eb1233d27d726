/** Quotes that can be understood: an element is a word or two, its sentence says what they are about. */
import { passagesOf } from './passages-of.ts'
import type { QuoteSource } from './quote-sources.ts'

/** UTF-16 code units, with the signs that stand for what was cut. */
export const longestQuote = 300
const cutSign = '…'

interface Range {
  start: number
  end: number
}

/** The sentences that hold the span, cut at words around it; the span alone where they hold what was rejected. */
export function quoteAround({ text, sentences, rejected }: Omit<QuoteSource, 'id'>, span: Range): string {
  const numbers = [...passagesOf([span], sentences)]
  const whole = {
    start: Math.min(span.start, sentences[numbers.at(0) ?? -1]?.start ?? span.start),
    end: Math.max(span.end, sentences[numbers.at(-1) ?? -1]?.end ?? span.end),
  }
  const isClean = rejected.every(({ start, end }) => end <= whole.start || start >= whole.end)
  return cutAtWords(text, isClean ? whole : span, span)
}

function cutAtWords(text: string, whole: Range, span: Range): string {
  if (whole.end - whole.start <= longestQuote) return text.slice(whole.start, whole.end)
  const room = longestQuote - 2 * cutSign.length
  const start = startOf(whole, span, room)
  const from = start === whole.start ? start : firstWordFrom(text, start, span.start)
  const end = Math.min(start + room, whole.end)
  const to = end === whole.end ? end : lastWordTo(text, { start: from, end }, span.end)
  const [before, after] = [from > whole.start ? cutSign : '', to < whole.end ? cutSign : '']
  return `${before}${text.slice(from, to).trimEnd()}${after}`
}

/** From the beginning where the span fits behind it; else the span is in the middle, as far as the end allows. */
function startOf(whole: Range, span: Range, room: number) {
  const length = Math.min(span.end - span.start, room)
  if (span.start + length - whole.start <= room) return whole.start
  return Math.min(span.start - Math.floor((room - length) / 2), whole.end - room)
}

function firstWordFrom(text: string, start: number, spanStart: number) {
  const blank = text.slice(start, spanStart).search(/\s/u)
  return blank < 0 ? spanStart : start + blank + 1
}

/** Behind the span where it fits, and never between the halves of one sign. */
function lastWordTo(text: string, { start, end }: Range, spanEnd: number) {
  const least = spanEnd <= end ? spanEnd : start
  const blank = text.slice(least, end + 1).search(/\s\S*$/u)
  if (blank >= 0 && least + blank > start) return least + blank
  if (spanEnd <= end) return spanEnd
  return isLowSurrogate(text.charCodeAt(end)) ? end - 1 : end
}

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff
