/**
 * Splits text where evidence begins or ends, so that overlapping quotes can be shown: every run lists all elements that
 * quote it. The runs of a block, put together, are the block.
 */
import type { Element, Span } from '../../contract.ts'
import type { Block } from './blocks.ts'

export interface Mark {
  start: number
  end: number
  element: Element
}

export interface Run {
  start: number
  end: number
  elements: readonly Element[]
}

/**
 * The places that elements quote, in order of the text. What a person rejected is not marked, and nothing is marked in
 * a text that has changed since.
 */
export function marksOf(text: string, elements: readonly Element[]): Mark[] {
  return elements
    .filter((element) => element.status !== 'rejected')
    .flatMap((element) => element.spans.filter(isIn(text)).map(({ start, end }) => ({ start, end, element })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The marks that touch each block; `blocks` are in order. A mark over several blocks is listed in each. */
export function marksByBlock(blocks: readonly Block[], marks: readonly Mark[]): Map<Block, Mark[]> {
  const byBlock = new Map<Block, Mark[]>()
  for (const mark of marks) {
    for (let index = firstEndingAfter(blocks, mark.start); index < blocks.length; index += 1) {
      const block = blocks[index]
      if (!block || block.start >= mark.end) break
      const listed = byBlock.get(block)
      if (listed) listed.push(mark)
      else byBlock.set(block, [mark])
    }
  }
  return byBlock
}

/** `marks` are in order of their start. */
export function runsOf({ start, end }: { start: number; end: number }, marks: readonly Mark[]): Run[] {
  const borders = bordersOf({ start, end }, marks)
  const open = new Set<Mark>()
  const runs: Run[] = []
  let next = 0
  for (const [index, from] of borders.slice(0, -1).entries()) {
    for (let mark = marks[next]; mark && mark.start <= from; mark = marks[next]) {
      open.add(mark)
      next += 1
    }
    for (const mark of open) if (mark.end <= from) open.delete(mark)
    const elements = [...new Set([...open].map(({ element }) => element))]
    runs.push({ start: from, end: borders[index + 1] ?? end, elements })
  }
  return runs
}

/** Text as it is shown: every kind of line break becomes one, also when a run begins inside of it. */
export function visibleText(text: string, { start, end }: { start: number; end: number }) {
  const begin = text[start] === '\n' && text[start - 1] === '\r' ? start + 1 : start
  return text.slice(begin, end).replace(/\r\n?/g, '\n')
}

const isIn =
  (text: string) =>
  ({ start, quote }: Span) =>
    text.startsWith(quote, start)

function bordersOf({ start, end }: { start: number; end: number }, marks: readonly Mark[]) {
  const inside = marks.flatMap((mark) => [mark.start, mark.end]).filter((border) => border > start && border < end)
  return [...new Set([start, ...inside, end])].sort((a, b) => a - b)
}

function firstEndingAfter(blocks: readonly Block[], position: number) {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const block = blocks[middle]
    if (block && block.end <= position) low = middle + 1
    else high = middle
  }
  return low
}
