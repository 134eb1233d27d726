/** Content to bring: sentences in which the analyser finds something, with a word that stands nowhere else. */
import type { Chance } from '../../world/chance.ts'

export interface Part {
  text: string
  token: string
  /** Present when the part is brought as a file. */
  file: File | undefined
}

const sentences = [
  'I was so anxious about work today.',
  'I always fail at presentations 😀.',
  'I will call my sister tomorrow.',
  'I realised that I need more sleep.',
  'My manager ignored me and I felt small.',
  'I am proud of my garden.',
  'I keep putting off the letter to the bank.',
  'Nobody at home listens to me, and I am angry.',
  'Es war ein langer Tag.\r\nIch war müde.',
]

export function writePart(chance: Chance): Part {
  const token = `kite${chance.between(1, 1e12)}end`
  const length = chance.happens(0.1) ? 400 : chance.between(1, 12)
  const text = [...Array.from({ length }, () => chance.pick(sentences)), `It was the ${token}.`].join(' ')
  return { text, token, file: fileOf(text, chance) }
}

function fileOf(text: string, chance: Chance) {
  if (chance.happens(0.6)) return undefined
  const bytes = chance.happens(0.5) ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text)
  return new File([bytes], 'part.txt')
}
