/**
 * What a statement is about and what it denies, as word stems: enough to tell that "I always fail at interviews" and "I
 * do not fail in interviews" speak of one thing and differ. English; words of another language stay as they are.
 */
export interface Statement {
  /** Stems of the words that carry meaning, each with how much it tells, 0 … 1. */
  readonly words: ReadonlyMap<string, number>
  /** Those that come first after a "not", "never" or "nobody". */
  readonly denied: ReadonlySet<string>
  /** In lower case, with contractions and marks undone, for cues of more than one word. */
  readonly plain: string
}

const listOf = (words: string) => new Set(words.split(/\s+/u))

const negators = listOf('not never no nobody nothing none without neither nor hardly barely nowhere')

/** Too frequent to tell what a statement is about. */
const empty = listOf(`
  a an the this that these those it its i me my mine myself you your yours he him his she her hers we us our ours they
  them their theirs one ones who whom whose what which when where why how and or but so if then than because as at by for
  from in into of off on onto out over to too up down with within about after again before between during through under
  until while am is are was were be been being do does did done doing have has had having will would shall should can
  could may might must ought need needs want wants let lets get gets got getting go goes going gone went come comes came
  make makes made making take takes took taken keep keeps kept feel feels felt feeling think thinks thought thinking know
  knows knew known realise realised realize realized understand understood see sees saw seen notice noticed learn learned
  learnt find finds found say says said tell tells told try tries tried trying use used start started really very just
  even still also only ever always often sometimes usually maybe perhaps actually finally now today tomorrow yesterday soon
  later already yet more most less least much many lot lots some any all every each both other another such same own thing
  things something anything everything everyone everybody someone anyone way ways time times day days week weeks month
  bit kind sort well back there here that's is's trouble able enough good bad better best right
`)

/** Carries meaning here although it is frequent: worth and rightness are what limiting beliefs speak of. */
const judging = listOf('good bad better right enough able')

/** Tells little of the subject on its own. */
const faint = listOf(
  'people life work person man woman year hour place part end new long big little hard good bad right able like',
)
const faintness = 0.5

const irregular = new Map(
  Object.entries({
    slept: 'sleep',
    spoke: 'speak',
    spoken: 'speak',
    told: 'tell',
    left: 'leave',
    lost: 'lose',
    broke: 'break',
    broken: 'break',
    wrote: 'write',
    chose: 'choose',
    friends: 'friend',
    children: 'child',
    kids: 'child',
    men: 'man',
    women: 'woman',
    failure: 'fail',
    failures: 'fail',
    mistaken: 'mistake',
    worthy: 'worth',
    worthwhile: 'worth',
    loved: 'lovable',
    sleepless: 'sleep',
    asleep: 'sleep',
    procrastination: 'procrastinate',
    presentation: 'present',
    presentations: 'present',
  }).map(([word, stem]) => [word, endless(stem)]),
)

export function readStatement(label: string): Statement {
  const plain = plainOf(label)
  const words = new Map<string, number>()
  const denied = new Set<string>()
  let isDenied = false
  for (const token of plain.split(' ')) {
    if (negators.has(token)) isDenied = true
    if (negators.has(token) || (empty.has(token) && !judging.has(token)) || token.length < 2) continue
    const stem = stemOf(token)
    words.set(stem, faint.has(token) ? faintness : 1)
    if (isDenied) denied.add(stem)
    isDenied = false
  }
  return { words, denied, plain }
}

function plainOf(label: string) {
  return label
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[’‘´`]/gu, "'")
    .replace(/\b(?:cannot|can't)\b/gu, 'can not')
    .replace(/\bwon't\b/gu, 'will not')
    .replace(/n't\b/gu, ' not')
    .replace(/'(?:m|re|ve|ll|d)\b/gu, ' ')
    .replace(/'s\b/gu, ' ')
    .replace(/\b(?:feel|feels|felt|looks?|just|seems?) like\b/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Close enough to bring "fails", "failed" and "failing" together; not a grammar. */
export function stemOf(word: string): string {
  const known = irregular.get(word)
  if (known !== undefined) return known
  const ending = endings.find(({ end, least }) => word.length >= least && word.endsWith(end))
  return ending && !word.endsWith('ss') ? ending.stem(word.slice(0, -ending.end.length)) : endless(word)
}

const endings: readonly { end: string; least: number; stem: (rest: string) => string }[] = [
  { end: 'ies', least: 5, stem: (rest) => `${rest}y` },
  { end: 'ing', least: 6, stem: (rest) => endless(single(rest)) },
  { end: 'ed', least: 5, stem: (rest) => endless(single(rest)) },
  { end: 'ly', least: 6, stem: (rest) => endless(rest) },
  { end: 's', least: 4, stem: (rest) => endless(rest) },
]

/** "stopp" is "stop". */
const single = (stem: string) => stem.replace(/([bdgmnprt])\1$/u, '$1')

/** "manage" and "managing" end in the same way. */
function endless(stem: string) {
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem
}

export interface Shared {
  /** The weight of the words that both have. */
  weight: number
  /** That weight as a part of the shorter statement, 0 … 1. */
  part: number
}

export function shareOf(one: Statement, other: Statement): Shared {
  let weight = 0
  for (const [word, tells] of one.words) if (other.words.has(word)) weight += tells
  const shorter = Math.min(weigh(one), weigh(other))
  return { weight, part: shorter === 0 ? 0 : weight / shorter }
}

const weigh = ({ words }: Statement) => words.values().reduce((sum, tells) => sum + tells, 0)
