/**
 * Finds lexicon phrases in a row of word forms in one pass. A phrase is words divided by blanks; a star at the end of
 * a word stands for any ending. The longest phrase wins and uses up its words, so that "can't wait" is never "wait".
 */
import { normaliseWord } from './words.ts'

export interface PhraseMatch<Entry> {
  /** Index of the first word and the index after the last one. */
  readonly from: number
  readonly to: number
  /** What is listed for the exact words comes before what is listed for their stems. */
  readonly entries: readonly Entry[]
}

export interface PhraseBook<Entry> {
  find(forms: readonly string[]): PhraseMatch<Entry>[]
  knows(form: string): boolean
}

interface Node<Entry> {
  readonly words: Map<string, Node<Entry>>
  readonly stems: Map<string, Node<Entry>>
  readonly entries: Entry[]
  longestStem: number
}

/** In letters. */
const shortestStem = 2

export function createPhraseBook<Entry>(rows: Iterable<{ term: string; entry: Entry }>): PhraseBook<Entry> {
  const root = createNode<Entry>()
  const vocabulary = new Set<string>()
  for (const row of rows) {
    const forms = splitTerm(row.term)
    for (const form of forms) vocabulary.add(form)
    growBranch(root, forms).entries.push(row.entry)
  }
  return {
    find: (forms) => findPhrases(root, forms),
    knows: (form) => vocabulary.has(form),
  }
}

/** Splits a term as the words of a text are split, keeping stars, emoji and emoticons. */
export function splitTerm(term: string): string[] {
  return term
    .split(/[\s-]+/u)
    .filter((part) => part !== '')
    .flatMap((part) => (part.endsWith('*') ? [part.toLowerCase()] : normaliseWord(part, () => true).split(' ')))
}

function createNode<Entry>(): Node<Entry> {
  return { words: new Map(), stems: new Map(), entries: [], longestStem: 0 }
}

function growBranch<Entry>(root: Node<Entry>, forms: readonly string[]): Node<Entry> {
  let node = root
  for (const form of forms) {
    const isStem = form.endsWith('*')
    const children = isStem ? node.stems : node.words
    const key = isStem ? form.slice(0, -1) : form
    const child = children.get(key) ?? createNode<Entry>()
    children.set(key, child)
    if (isStem) node.longestStem = Math.max(node.longestStem, key.length)
    node = child
  }
  return node
}

function findPhrases<Entry>(root: Node<Entry>, forms: readonly string[]): PhraseMatch<Entry>[] {
  const matches: PhraseMatch<Entry>[] = []
  let from = 0
  while (from < forms.length) {
    const match = findLongest(root, forms, from)
    if (match) matches.push({ from, ...match })
    from = match ? match.to : from + 1
  }
  return matches
}

interface Longest<Entry> {
  readonly to: number
  readonly entries: readonly Entry[]
}

function findLongest<Entry>(node: Node<Entry>, forms: readonly string[], at: number): Longest<Entry> | undefined {
  let best: Longest<Entry> | undefined = node.entries.length > 0 ? { to: at, entries: node.entries } : undefined
  for (const child of matchingChildren(node, forms[at])) {
    const match = findLongest(child, forms, at + 1)
    if (match && (!best || match.to > best.to)) best = match
    else if (match && best && match.to === best.to) best = { to: best.to, entries: [...best.entries, ...match.entries] }
  }
  return best
}

/** The exact word comes first, then the longest stem. */
function matchingChildren<Entry>(node: Node<Entry>, form: string | undefined): readonly Node<Entry>[] {
  if (form === undefined || form === '') return []
  const exact = node.words.get(form)
  const matching = exact ? [exact] : []
  for (let length = Math.min(form.length, node.longestStem); length >= shortestStem; length--) {
    const stem = node.stems.get(form.slice(0, length))
    if (stem) matching.push(stem)
  }
  return matching
}
