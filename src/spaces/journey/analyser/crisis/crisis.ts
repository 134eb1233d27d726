/**
 * Looks for the wording of a crisis before anything else is read, in any language that has phrases. It is no diagnosis:
 * it decides only whether help is shown. What is said of films, of games or in jest is left alone where the words tell;
 * what is denied, is past, or is of somebody else is at most a concern.
 */
import type { Crisis, Passage } from '../findings.ts'
import { crisisPhrases, foreignPhrases } from './phrases.ts'

/** Most texts hold none of these, and are spared the phrases. */
const cue =
  /k[i*]+l+(?!e)|\bkms|\bkys|s.?[uo*].?[ie*]?.?[csz]+.?[i*y]+.?d|\bdie|dying|death|dead|alive|unaliv|\bliv(?:e|ing)\b|(?:my|her|his|their) (?:own )?li|life is|of life|born|exist|goodbye|self.?harm|(?:harm|hurt|cut|burn|starv|injur|punish|scratch|stab|poison|attack|murder|shoot|strangl)\w* (?:m|him|her|them|people|someone|somebody|every|us)|wrist|hang m|(?:hang|hung|drown)\w* (?:m|him|her|them)|jump|pills|tablets|overdos|rope|\bgun|knife|noose|bridge|ledge|roof|(?:chok|beat|hit|punch|kick|slap|shov|rap|molest|abus|assault|kill)\w* me|i (?:was|got|am being|have been|had been)|safe|locks? me|wake|woke|without me|if i |disappear|better off|my last|end (?:it|everything|myself)|i end it|it ends|the night|all to|to be over|point|reason|afraid of|on the edge|(?:read|find)s? (?:this|me)|be (?:here|around)|let me (?:leave|call)|sterb|umbring|mich um|leben|suizid|mourir|tuer|suicid|vivre|\bmor|matar|quitarme|vivi|умере|сдох|поконч|уби|жить|руки|повеш|исчез|öl|intihar|yaşa|canıma|ýaşa|janyma/u

const disguises: Readonly<Record<string, string>> = {
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  $: 's',
  '5': 's',
}

const denied =
  /\b(?:not|never|no longer|don't|dont|do not|didn't|wouldn't|won't|isn't|aren't|without|nor|no)\b(?:(?!\b(?:but|and|because|so)\b)[^.!?;]){0,24}$/u
const notMine =
  /\b(?:my (?:friend|uncle|aunt|brother|sister|cousin|neighbou?r|colleague|client|patient|mother|father|mum|mom|dad|son|daughter|husband|wife|grandfather|grandmother|teacher|boss|roommate|ex)|he|she|they|somebody|someone|people|who|a (?:boy|girl|man|woman|student|patient))(?: [\p{L}']+){0,5} $/u
const past =
  /\b(?:used to|years ago|months ago|when i was|as a (?:child|teen(?:ager)?|kid)|last year|back then|in the past|in my (?:teens|twenties|youth)|at (?:school|university) i|once (?:tried|wanted|thought)|in (?:19|20)\d\d|a long time ago)\b/u
const invented =
  /\b(?:films?|movies?|books?|novels?|series|episodes?|characters?|plots?|games?|songs?|lyrics|documentary|play|article|podcast|lecture|essay|scene|villain|hero|heroine|story|thriller|chapter|level|boss fight|zombies?|npc|murder mystery|headline|news)\b/u
const quoted =
  /\b(?:songs?|lyrics|hero|heroine|villain|character|film|movie|book|poem) (?:says?|said|sings?|goes|is called|called|screams?|shouts?|whispers?) (?:that )?(?:\W)?(?:i )?$/u
const jest = /\b(?:lol|lmao|haha\w*|jk|just kidding|joking|figure of speech|laughing|embarrass\w+)\b|😂|🤣/u
const firstPerson = /\b(?:i|i'm|i'll|myself|me|my)\b/u

/** Returns the places in the order of the text. */
export function readCrisis(text: string, passages: readonly Passage[]): Crisis[] {
  return passages.flatMap((passage) => {
    const said = unmask(text.slice(passage.start, passage.end))
    if (!cue.test(said)) return []
    return mergeHits(hitsIn(said)).map(({ level, start, end }) => {
      const place = { start: passage.start + start, end: passage.start + end }
      return { level, span: { ...place, quote: text.slice(place.start, place.end) } }
    })
  })
}

interface Hit {
  readonly level: Crisis['level']
  readonly start: number
  readonly end: number
}

function hitsIn(said: string): Hit[] {
  const english = crisisPhrases.flatMap(({ level, pattern }) =>
    [...said.matchAll(pattern)].flatMap((match) => {
      const weighed = weigh(level, said, match)
      return weighed ? [{ level: weighed, start: match.index, end: match.index + match[0].length }] : []
    }),
  )
  const foreign = foreignPhrases.flatMap(({ level, pattern }) =>
    [...said.matchAll(pattern)].map((match) => ({ level, start: match.index, end: match.index + match[0].length })),
  )
  return [...english, ...foreign]
}

function weigh(level: Crisis['level'], said: string, match: RegExpExecArray): Crisis['level'] | undefined {
  const before = said.slice(0, match.index)
  if (isMeantOtherwise(said, before, match[0])) return undefined
  const isDenied = denied.test(before)
  if (isDenied && /\b(?:him|her|them|people|someone)$/u.test(match[0])) return undefined
  const isLess = isDenied || past.test(said) || (notMine.test(before) && !/\bme\b/u.test(match[0]))
  return isLess ? 'concern' : level
}

/** A distance, a jest, or what somebody made up. */
function isMeantOtherwise(said: string, before: string, hit: string): boolean {
  if (/^km/u.test(hit) && /\d ?$/u.test(before)) return true
  if (jest.test(said) || quoted.test(before)) return true
  const isMine = firstPerson.test(hit) || /\bi(?:'m|'ll|'ve|'d)?\b[^.!?]{0,30}$/u.test(before)
  return invented.test(said) && !isMine
}

/** Of hits that overlap, the urgent one, and then the longest, tells. */
function mergeHits(hits: readonly Hit[]): Hit[] {
  const ranked = [...hits].sort(
    (left, right) =>
      Number(right.level === 'urgent') - Number(left.level === 'urgent') ||
      right.end - right.start - (left.end - left.start) ||
      left.start - right.start,
  )
  const kept: Hit[] = []
  for (const hit of ranked) if (!kept.some(({ start, end }) => start < hit.end && hit.start < end)) kept.push(hit)
  return kept.sort((left, right) => left.start - right.start)
}

/** Lower case, straight apostrophes, single blanks for breaks and no figures for letters; every place stays where it is. */
function unmask(words: string): string {
  let said = ''
  for (let at = 0; at < words.length; at += 1) said += unmaskLetter(words, at)
  return said
}

function unmaskLetter(words: string, at: number): string {
  const letter = words.charAt(at)
  const isInWord = /\p{L}/u.test(words.charAt(at + 1)) && (at === 0 || /[\p{L}\s]/u.test(words.charAt(at - 1)))
  const disguised = isInWord ? disguises[letter] : undefined
  if (disguised !== undefined) return disguised
  if (/[’‘´\u0060]/u.test(letter)) return "'"
  if (/\s/u.test(letter)) return ' '
  const lower = letter.toLowerCase()
  return lower.length === 1 ? lower : letter
}
