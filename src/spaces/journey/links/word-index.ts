/** Finds earlier elements by their words without looking at all of them. */
import type { LinkableElement } from './linkable-element.ts'
import type { Statement } from './statement.ts'

export interface Read {
  element: LinkableElement
  /** Its number in time, and that of its session. */
  order: number
  session: number
  statement: Statement
}

type Kind = LinkableElement['kind']

/** The latest that have a word in common; a word that everybody uses all the time would make the work square. */
const latest = 30

export function createIndex() {
  const lists = new Map<string, Read[]>()
  return {
    add(read: Read) {
      for (const word of read.statement.words.keys()) {
        const key = keyOf(read.element.kind, word)
        const list = lists.get(key)
        if (list) list.push(read)
        else lists.set(key, [read])
      }
    },
    /** Of that kind, with one of these words. */
    find: (words: readonly string[], kind: Kind) =>
      words.flatMap((word) => lists.get(keyOf(kind, word))?.slice(-latest) ?? []),
  }
}

const keyOf = (kind: Kind, word: string) => `${kind} ${word}`
