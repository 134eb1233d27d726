/**
 * How much a text looks like written language, judged by its characters beyond ASCII alone: it tells 8-bit encodings
 * apart. Cyrillic letters count by how common they are in Russian (order of frequency of the Russian National Corpus:
 * о е а и н т с р в л к м д п у …); what no language writes counts against.
 */
const byFrequency = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'
const ukrainianToo = 'іїєґў'
const latin = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017F]/
const punctuation = /[«»„“”‘’‚…–—№§°€•©\u00A0]/

/** Characters beyond ASCII that are looked at: more would not change the answer, and a long file must not hold up others. */
const sample = 20_000

/** Mean score per character beyond ASCII, from −3 to 2; 2 when there is none. */
export function plausibilityOf(text: string): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < text.length && count < sample; i += 1) {
    const character = text.charAt(i)
    if (character <= '\u007F') continue
    count += 1
    sum += scoreOf(character, text.charAt(i - 1))
  }
  return count === 0 ? 2 : sum / count
}

function scoreOf(character: string, before: string) {
  const lower = character.toLowerCase()
  const rank = byFrequency.indexOf(lower)
  if (rank >= 0 || ukrainianToo.includes(lower)) return cyrillicScore({ character, lower, before, rank })
  if (latin.test(character)) return latinScore(character, before)
  return punctuation.test(character) ? 0.5 : -3
}

interface Letter {
  character: string
  lower: string
  before: string
  rank: number
}

function cyrillicScore({ character, lower, before, rank }: Letter) {
  const common = rank < 0 ? 0.2 : 2 - (rank / byFrequency.length) * 2
  const isStrange = /[A-Za-z]/.test(before) || (character !== lower && isLowerLetter(before))
  return isStrange ? -2 : common
}

/** An accented letter stands among plain ones: rows of nothing but accents are another alphabet misread. */
function latinScore(character: string, before: string) {
  if (latin.test(before)) return -1.5
  const isUpper = character !== character.toLowerCase()
  if (isUpper && isLowerLetter(before)) return -2
  return character <= '\u00FF' ? 1 : 0.6
}

const isLowerLetter = (character: string) => character !== character.toUpperCase()
