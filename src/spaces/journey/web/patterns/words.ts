/** Every sentence of the page of patterns, in English. */
import type { MatrixCell, PatternKind } from '../../patterns/contract.ts'
import type { Band } from './card/confidence.ts'

const numbers = new Intl.NumberFormat()
const figures = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 })
const roughly = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 })
const shares = new Intl.NumberFormat(undefined, { style: 'percent' })
const count = (figure: number, one: string, many: string) => `${numbers.format(figure)} ${figure === 1 ? one : many}`

const kinds: Record<PatternKind, string> = {
  trend: 'Slow changes',
  'co-occurrence': 'What comes together',
  'turning-point': 'Turning points',
  recurrence: 'Returns after a silence',
  link: 'What often follows',
  'follow-through': 'What becomes of intentions',
  challenge: 'Challenges over time',
  belief: 'How beliefs move',
  forecast: 'What may come next',
  cascade: 'Insights that build on each other',
}

const counted = {
  sessions: (figure: number) => count(figure, 'session', 'sessions'),
  passages: (figure: number) => count(figure, 'passage', 'passages'),
  actions: (figure: number) => count(figure, 'intention', 'intentions'),
  mentions: (figure: number) => count(figure, 'mention', 'mentions'),
}

/** What is not listed says itself. */
const badges: Readonly<Record<string, string>> = {
  persistent: 'persists',
  returned: 'came back',
  'never-started': 'not begun yet',
}

const bands: Record<Band, string> = { clear: 'clear', likely: 'likely', unclear: 'unclear' }

/** From −1 to 1 in five words. */
const moods = ['heavy', 'rather heavy', 'mixed', 'rather pleasant', 'pleasant'] as const
const moodOf = (valence: number) =>
  moods[Math.min(moods.length - 1, Math.max(0, Math.floor(((valence + 1) / 2) * moods.length)))] ?? 'mixed'

export const words = {
  title: 'Patterns',
  lead: (sessions: number) =>
    `What changes, returns and hangs together over ${count(sessions, 'session', 'sessions')}.`,
  period: {
    label: 'How far back the pictures go',
    three: '3 months',
    six: '6 months',
    year: 'Year',
    all: 'All',
  },
  isOld: 'Your newest words are being read into these patterns. They change here by themselves.',
  isCut: 'The pictures show your newest sessions; there are more than fit in one picture.',
  pictures: 'Pictures',
  kinds,
  counted,
  moodOf,
  moods,
  figure: (value: number) => figures.format(value),
  share: (value: number) => shares.format(value),
  groups: {
    changes: 'What changes',
    returns: 'What comes back',
    together: 'What hangs together',
    doing: 'What you do about it',
  },
  card: {
    over: (n: string) => `over ${n}`,
    more: 'How this is known',
    all: (left: number) => count(left, 'more pattern', 'more patterns'),
    badge: (name: string) => badges[name] ?? name.replaceAll('-', ' '),
    strongest: 'What stands out most',
    per: (value: string, per: string) => `${value} per ${per}`,
    range: (low: string, high: string) => `between ${low} and ${high}`,
    chance: (p: string) => `Chance alone would look like this about ${p} of the time`,
    smallChance: 'Chance alone would look like this less than once in a thousand times',
    adjusted: (q: string) => `${q} once everything that was looked for is taken into account`,
    wouldChange: 'What would change this',
    quotes: 'Where this was read',
    noQuotes: 'This comes from counting sessions, so no single passage stands for it.',
  },
  bands,
  bandMeaning: {
    clear: 'Clear: very unlikely to be chance',
    likely: 'Likely: probably not chance',
    unclear: 'Unclear: it may well be chance',
  } satisfies Record<Band, string>,
  quotes: {
    more: (left: number) => `${count(left, 'more quote', 'more quotes')}`,
    open: ': open the session at this place',
  },
  opened: {
    sessions: 'Sessions',
    quotes: 'Said then',
    none: 'Nothing was quoted from these sessions.',
  },
  standing: {
    title: 'Not enough to say yet',
    none: (names: string) => `Looked for, and nothing stood out: ${names}.`,
    progress: (has: number, wants: number) => `${numbers.format(has)} of ${numbers.format(wants)} sessions`,
    more: (left: number) => `${count(left, 'more session', 'more sessions')} and these can be told`,
    text: 'With few sessions, almost anything looks like a pattern. Cairn rather waits than guesses.',
  },
  empty: {
    title: 'Patterns grow from sessions',
    text: 'Write when something is on your mind. After a while Cairn shows what changes, what comes back and what hangs together, always with your own words as evidence.',
    write: 'Write a reflection',
  },
  noPictures: 'No session lies in this time. Choose a longer one.',
  river: {
    title: 'Which feelings run through these weeks?',
    picture: 'Feelings over time: pleasant ones above the line, heavy ones below. Arrow keys walk along the time.',
    pleasant: 'pleasant',
    heavy: 'heavy',
    otherPleasant: 'other pleasant',
    otherHeavy: 'other heavy',
    also: 'Also there',
    dry: 'Where nothing was written, the river runs thin.',
    bucket: (when: string, sessions: number, strongest: string) =>
      `${when}: ${count(sessions, 'session', 'sessions')}${strongest === '' ? '' : `, mostly ${strongest}`}`,
    week: (day: string) => `Week of ${day}`,
    columns: { when: 'From', sessions: 'Sessions' },
  },
  calendar: {
    title: 'Which days were heavy, which were light?',
    picture: 'A mark for every day with a session. Arrow keys walk from session to session.',
    day: (when: string, mood: string, titles: string) => `${when}: ${mood}. ${titles}`,
    unread: 'not read',
    earlier: 'Show earlier',
    columns: { day: 'Day', mood: 'Mood', value: 'Value (−1 to 1)', title: 'Session' },
  },
  matrix: {
    title: 'Which feelings come with which topics?',
    picture:
      'Topics by feelings: the larger a circle, the more passages speak of both. Arrow keys walk from circle to circle.',
    cell: ({ topic, family, passages, expected }: MatrixCell) =>
      `${topic} with ${family}: ${count(passages, 'passage', 'passages')}, about ${roughly.format(expected)} expected by chance`,
    more: 'more often than chance',
    asChance: 'about as often as chance',
    ring: 'what chance would give',
    cut: (shown: number, all: number) =>
      `The ${numbers.format(shown)} topics spoken of most, of ${numbers.format(all)}. The table has them all.`,
    columns: { topic: 'Topic', family: 'Feeling', passages: 'Passages', expected: 'By chance' },
    none: 'No passage speaks of a topic and a feeling at once yet.',
  },
  turning: {
    title: 'When did something turn?',
    fileName: 'cairn-turning-point',
    pictureOf: (label: string) => `${label} over time, with the days between which it turned`,
    before: (level: string) => `before: ${level}`,
    after: (level: string) => `after: ${level}`,
    columns: { subject: 'What', day: 'Day', value: 'Value', low: 'From', high: 'To' },
  },
  forecast: {
    title: 'What may come next?',
    fileName: 'cairn-forecast',
    pictureOf: (label: string) => `${label} by month, and what the coming months may bring`,
    about: (value: string, low: string, high: string) => `about ${value}, between ${low} and ${high}`,
  },
  beliefs: {
    title: 'How does what you believe move?',
    fileName: 'cairn-belief',
    pictureOf: (label: string) => `${label} over time`,
  },
  followThrough: {
    title: 'What becomes of what you mean to do?',
    picture: 'How many intentions were done, by topic, with the range that they may truly lie in',
    row: (label: string, share: string, n: string) => `${label}: ${share} done, of ${n}`,
    columns: { topic: 'Topic', share: 'Done', low: 'From', high: 'To', of: 'Of' },
  },
  cascade: {
    title: 'Which insights led on to others?',
    picture: 'Insights in the order in which they came',
  },
  subjects: {
    valence: 'How pleasant sessions are',
    trap: (label: string) => `Thinking trap: ${label}`,
  },
  point: (when: string, value: string) => `${when}: ${value}`,
  home: { more: 'All patterns' },
  columns: { day: 'Day', value: 'Value', low: 'From', high: 'To', quote: 'Quote' },
} as const
