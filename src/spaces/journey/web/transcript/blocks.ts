/**
 * Cuts a transcript into blocks that read well: paragraphs of a text, turns of a conversation, neighbouring cues of one
 * voice. Blocks are in order, never overlap, and leave out nothing but blank space.
 */
import type { Segment, Transcript } from '../../contract.ts'

export interface Block {
  start: number
  end: number
  speaker: string | null
  /** Milliseconds from the start of the recording. */
  startsAt: number | null
  /** True when a long paragraph was cut and this is its next part. */
  isContinued: boolean
}

/** Neighbouring blocks that are drawn together. */
export interface Chunk {
  start: number
  end: number
  blocks: readonly Block[]
}

const longestBlock = 4000
const longestCueBlock = 600
const pauseInMs = 3000

export function blocksOf({ text, segments }: Transcript): Block[] {
  return piecesOf(text.length, segments)
    .flatMap((piece) => paragraphsOf(text, piece))
    .flatMap((paragraph) => partsOf(text, paragraph))
}

export function chunksOf(blocks: readonly Block[], size: number): Chunk[] {
  const chunks: { start: number; end: number; blocks: Block[] }[] = []
  for (const block of blocks) {
    const last = chunks.at(-1)
    if (last && block.end - last.start <= size) {
      last.blocks.push(block)
      last.end = block.end
    } else {
      chunks.push({ start: block.start, end: block.end, blocks: [block] })
    }
  }
  return chunks
}

/** Segments with the gaps between them filled, and short cues of one voice joined. */
function piecesOf(length: number, segments: readonly Segment[]): Segment[] {
  const pieces: Segment[] = []
  let reached = 0
  for (const segment of [...segments].sort((a, b) => a.start - b.start)) {
    const start = Math.max(segment.start, reached)
    if (start > reached) pieces.push(silent(reached, start))
    if (segment.end > start) addPiece(pieces, { ...segment, start })
    reached = Math.max(reached, segment.end)
  }
  if (reached < length) pieces.push(silent(reached, length))
  return pieces
}

const silent = (start: number, end: number): Segment => ({ start, end, speaker: null, startsAt: null, endsAt: null })

function addPiece(pieces: Segment[], piece: Segment) {
  const previous = lastSpoken(pieces)
  if (!previous || !belongsTo(previous, piece)) {
    pieces.push(piece)
    return
  }
  pieces.splice(pieces.indexOf(previous), Infinity, { ...previous, end: piece.end, endsAt: piece.endsAt })
}

/** The last cue, looking past the line break that separates it from the next one. */
function lastSpoken(pieces: readonly Segment[]) {
  const last = pieces.at(-1)
  return last && last.startsAt === null && last.end - last.start <= 2 ? pieces.at(-2) : last
}

function belongsTo(previous: Segment, piece: Segment) {
  if (previous.startsAt === null || piece.startsAt === null) return false
  const pause = piece.startsAt - (previous.endsAt ?? previous.startsAt)
  return previous.speaker === piece.speaker && pause <= pauseInMs && piece.end - previous.start <= longestCueBlock
}

const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))\s*/g

function paragraphsOf(text: string, piece: Segment): Block[] {
  const whole = text.slice(piece.start, piece.end)
  const paragraphs: Block[] = []
  let start = 0
  const add = (end: number) => {
    if (whole.slice(start, end).trim() === '') return
    const { speaker, startsAt } = piece
    paragraphs.push({ start: piece.start + start, end: piece.start + end, speaker, startsAt, isContinued: false })
  }
  for (const { index, 0: gap } of whole.matchAll(blankLine)) {
    add(index)
    start = index + gap.length
  }
  add(whole.length)
  return paragraphs
}

function partsOf(text: string, paragraph: Block): Block[] {
  const parts: Block[] = []
  let start = paragraph.start
  while (start < paragraph.end) {
    const end = paragraph.end - start <= longestBlock ? paragraph.end : cutBefore(text, start + longestBlock)
    parts.push({ ...paragraph, start, end, isContinued: start > paragraph.start })
    start = end
  }
  return parts
}

/** A place to cut at or before `limit`: after a line, else after a word, else between two whole characters. */
function cutBefore(text: string, limit: number) {
  const window = text.slice(limit - longestBlock / 2, limit)
  const at = Math.max(window.lastIndexOf('\n'), -1)
  const word = at >= 0 ? at : window.lastIndexOf(' ')
  if (word >= 0) return limit - window.length + word + 1
  return isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
