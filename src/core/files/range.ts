/** Which part of a file a request is answered with, by RFC 9110. */
import type { IncomingHttpHeaders } from 'node:http'

/** `start` and `end` are the first and the last byte. */
export interface Part {
  start: number
  end: number
}
export type Plan = { answer: 'unchanged' | 'outside' | 'whole' } | ({ answer: 'part' } & Part)

export function planReply(headers: IncomingHttpHeaders, { size, etag }: { size: number; etag: string }): Plan {
  if (isNamed(headers['if-none-match'], etag)) return { answer: 'unchanged' }
  const { range, 'if-range': condition = etag } = headers
  // A date never matches: content that does not change has no use for one.
  if (range === undefined || condition !== etag) return { answer: 'whole' }
  return readRange(range, size)
}

const isNamed = (list = '', etag: string) =>
  list.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')))

/** One range is served; several, or what is none, are answered with the whole. */
function readRange(text: string, size: number): Plan {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(text.trim()) ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return { answer: 'whole' }
  if (first === '') return partOf({ start: Math.max(0, size - Number(last)), end: size - 1 }, size)
  if (last !== '' && Number(last) < Number(first)) return { answer: 'whole' }
  return partOf({ start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }, size)
}

const partOf = (part: Part, size: number): Plan =>
  part.start < size ? { answer: 'part', ...part } : { answer: 'outside' }
