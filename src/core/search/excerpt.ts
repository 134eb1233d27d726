/** Marks what was found in a title, and takes an excerpt of a text from where most was found. */
import { marks } from './marks.ts'
import { readWords, type Word } from './words.ts'

/** Stems that stand one after the other; of the last one it may be the beginning. */
export interface Phrase {
  stems: readonly string[]
  isUnfinished: boolean
}

/** Words of an excerpt, as many as FTS5 gives of a text. */
const longestExcerpt = 32

/** From the first to the last word of what was found, by their numbers; `phrase` is the number of what was asked. */
interface Hit {
  first: number
  last: number
  phrase: number
}

export interface Marker {
  /** The whole title, with marks. */
  title(text: string): string
  /** Some words of a text that may go on `before` and `after`, with marks. */
  excerpt(text: string, more: { before: boolean; after: boolean }): string
}

export function createMarker(phrases: readonly Phrase[]): Marker {
  const known = new Map<string, string>()
  return {
    title(text) {
      const words = readWords(text, known)
      return marked(text, words, { hits: hitsIn(words, phrases), from: 0, to: text.length })
    },
    excerpt(text, { before, after }) {
      const words = readWords(text, known)
      const hits = hitsIn(words, phrases)
      const first = firstWord(words, hits)
      const last = first + longestExcerpt - 1
      const inside = hits.filter((hit) => hit.first >= first && hit.last <= last)
      const { from, to } = placeOf(text, words, { first, last })
      const begun = before || from > 0 ? '…' : ''
      const open = after || to < text.length ? '…' : ''
      return `${begun}${marked(text, words, { hits: inside, from, to })}${open}`
    },
  }
}

/** What stands before the first word and after the last one of a text belongs to it. */
function placeOf(text: string, words: readonly Word[], { first, last }: Omit<Hit, 'phrase'>) {
  const from = first === 0 ? undefined : words[first]?.start
  const to = last >= words.length - 1 ? undefined : words[last]?.end
  return { from: from ?? 0, to: to ?? text.length }
}

/** In the order of their first words. */
function hitsIn(words: readonly Word[], phrases: readonly Phrase[]): Hit[] {
  return words.flatMap((_, first) =>
    phrases.flatMap((phrase, number) =>
      standsAt(words, phrase, first) ? [{ first, last: first + phrase.stems.length - 1, phrase: number }] : [],
    ),
  )
}

const standsAt = (words: readonly Word[], { stems, isUnfinished }: Phrase, first: number) =>
  stems.every((stem, i) => {
    const found = words[first + i]?.stem
    return isUnfinished && i === stems.length - 1 ? found?.startsWith(stem) : found === stem
  })

/** Of the excerpt: as many different phrases as possible are in it, then as many hits, and they stand in its middle. */
function firstWord(words: readonly Word[], hits: readonly Hit[]) {
  let best = { phrases: 0, hits: 0, first: 0, last: 0 }
  hits.forEach(({ first }, i) => {
    const inside = hits.slice(i, i + longestExcerpt).filter(({ last }) => last < first + longestExcerpt)
    const phrases = new Set(inside.map(({ phrase }) => phrase)).size
    if (phrases < best.phrases || (phrases === best.phrases && inside.length <= best.hits)) return
    best = { phrases, hits: inside.length, first, last: Math.max(...inside.map(({ last }) => last)) }
  })
  const room = Math.max(0, longestExcerpt - (best.last - best.first + 1))
  return Math.max(0, Math.min(best.first - Math.floor(room / 2), words.length - longestExcerpt))
}

interface Cut {
  hits: readonly Hit[]
  from: number
  to: number
}

function marked(text: string, words: readonly Word[], { hits, from, to }: Cut) {
  let [result, place] = ['', from]
  for (const { first, last } of hits) {
    const [start = place, end = place] = [words[first]?.start, words[last]?.end]
    // What begins within the one before is marked with it.
    if (start < place) continue
    result += `${text.slice(place, start)}${marks.open}${text.slice(start, end)}${marks.close}`
    place = end
  }
  return result + text.slice(place, to)
}
