/**
 * Reads what stands around an emotion word: whether it is negated, how strong it is said, whether it is only wished
 * for, and whose feeling it is.
 */
import type { Experiencer } from '../findings.ts'

export interface MentionContext {
  readonly negated: boolean
  /** Multiplies the weight of the entry: above 1 for "very", below 1 for "a bit". */
  readonly strength: number
  readonly experiencer: Experiencer
}

const reach = 5
const subjectReach = 8
const clauseEnds = new Set([
  '.',
  ',',
  '!',
  '?',
  ';',
  ':',
  '…',
  '—',
  '–',
  '(',
  ')',
  '\n',
  'but',
  'although',
  'though',
  'because',
  'however',
])
const negators = new Set(
  "not no never without hardly barely scarcely nobody neither nor none nothing ain't less isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't".split(
    ' ',
  ),
)
const shortNegators = new Set(['no', 'less', 'without', 'nor', 'none', 'nothing'])
const falseNegations = new Set(['only', 'just', 'wonder', 'doubt', 'to', 'matter', 'one', 'mention'])
const strengthOf = new Map<string, number>([
  ...'very so really extremely incredibly super absolutely totally completely truly deeply such too insanely terribly utterly damn fucking freaking most quite'
    .split(' ')
    .map((word): [string, number] => [word, 1.25]),
  ...'slightly somewhat bit little kinda sorta mildly fairly almost'
    .split(' ')
    .map((word): [string, number] => [word, 0.7]),
])
/** Laughter, emoji and thanks stand outside the clause that a negation governs. */
const exclamation = /^(?:l+o+l+|lmf?ao+|rofl|a?(?:ha)+h?|(?:he){2,}|xd|wow|omg|thanks|sorry)$|^[^\p{L}]/u
const comparative = /(?:ier|der)$/u
const wishes = new Set('want wish wanted if unless could might would should'.split(' '))
const inverted = new Set(['you', 'we', 'it', 'they', 'he', 'she', 'this', 'that'])

const selfSubjects = new Set("i i'm i've i'd i'll me my we we're we've us our myself".split(' '))
const otherSubjects = new Set(
  "he she they he's she's they're they've he'd she'd they'd him her them his their".split(' '),
)
const people = new Set(
  'mom mum mother dad father parents sister brother son daughter kids children child husband wife boyfriend girlfriend partner boss manager teacher friend friends roommate neighbor neighbour colleague coworker coworkers grandma grandpa grandmother grandfather aunt uncle cousin niece nephew ex fiance fiancé therapist doctor baby dog cat people everyone everybody someone somebody team'.split(
    ' ',
  ),
)
const causes = new Set('made makes make making left leaves gave gives got gets had kept keeps'.split(' '))

/** Reads the context of the phrase from word `from` up to word `to`. */
export function readContext(forms: readonly string[], { from, to }: { from: number; to: number }): MentionContext {
  const before = clauseBefore(forms, from)
  return {
    negated: !exclamation.test(forms[from] ?? '') && isNegated(forms, from, before),
    strength: measureStrength(before),
    experiencer: forms.slice(from, to).some((form) => selfSubjects.has(form)) ? 'self' : findExperiencer(forms, from),
  }
}

/** The words of the same clause before the phrase, nearest first. */
function clauseBefore(forms: readonly string[], from: number): string[] {
  const words: string[] = []
  for (let index = from - 1; index >= 0 && words.length < reach; index--) {
    const form = forms[index] ?? ''
    if (clauseEnds.has(form)) break
    words.push(form)
  }
  return words
}

function isNegated(forms: readonly string[], from: number, before: readonly string[]): boolean {
  const distance = before.findIndex((form) => negators.has(form))
  if (distance < 0 || distance >= reachOf(before[distance] ?? '')) return false
  const next = before[distance - 1] ?? forms[from] ?? ''
  const isInverted = inverted.has(next) && from - distance === 1
  if (isInverted || falseNegations.has(next)) return false
  return !isSuperlative([forms[from] ?? '', ...before.slice(0, distance)])
}

/** How many words a negator reaches over: "no" only the next two. */
function reachOf(negator: string): number {
  return shortNegators.has(negator) ? 2 : 4
}

/** "never been so happy" and "couldn't be happier" say more, not less. `words` holds the mention and what precedes it. */
function isSuperlative(words: readonly string[]): boolean {
  if (!words.includes('been') && !words.includes('be')) return false
  return words.slice(0, 2).some((word) => ['so', 'more', 'this', 'such'].includes(word) || comparative.test(word))
}

function measureStrength(before: readonly string[]): number {
  const near = before.slice(0, 3)
  const said = near.reduce((strength, form) => strength * (strengthOf.get(form) ?? 1), 1)
  return before.some((form) => wishes.has(form)) ? said * 0.7 : said
}

function findExperiencer(forms: readonly string[], from: number): Experiencer {
  let sawCause = false
  for (let index = from - 1; index >= Math.max(0, from - subjectReach); index--) {
    const form = forms[index] ?? ''
    if (selfSubjects.has(form) && !ownsPerson(forms, index)) return 'self'
    if (isOther(form)) return sawCause && isSelfNear(forms, index, from) ? 'self' : 'other'
    if (clauseEnds.has(form)) return 'self'
    sawCause ||= causes.has(form)
  }
  return 'self'
}

/** "my boss" speaks of the boss. */
function ownsPerson(forms: readonly string[], index: number): boolean {
  const next = forms[index + 1] ?? ''
  const afterNext = forms[index + 2] ?? ''
  return ['my', 'our'].includes(forms[index] ?? '') && (people.has(next) || people.has(afterNext))
}

function isOther(form: string): boolean {
  return otherSubjects.has(form) || people.has(form)
}

function isSelfNear(forms: readonly string[], from: number, to: number): boolean {
  return forms.slice(from, to).some((form) => form === 'me' || form === 'us' || form === 'my')
}
