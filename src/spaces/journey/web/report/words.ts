/** Every sentence of the report and its links, in English. */
import { StepKind, type ReportChange } from '../../contract.ts'

const numbers = new Intl.NumberFormat()
const count = (figure: number, one: string, many: string) => `${numbers.format(figure)} ${figure === 1 ? one : many}`

const steps: Record<StepKind, string> = {
  wished: 'wished',
  meant: 'meant',
  begun: 'begun',
  done: 'done',
  dropped: 'dropped',
  overdue: 'overdue',
}

export const reportWords = {
  title: 'Report',
  sharedTitle: 'Shared with you',
  lead: 'A span of time in your own words, to read, to print or to show to somebody you trust.',
  spans: { month: 'Last month', quarter: 'Last three months', half: 'Last half year', own: 'Other days' },
  choose: 'Days',
  from: 'From',
  to: 'To',
  print: 'Print',
  markdown: 'Markdown',
  json: 'JSON',
  share: 'Share…',
  running: { page: 'Page ', of: ' of ' },
  nothing: 'Nothing was written in these days. Choose others.',
  overview: (sessions: number, words: number, days: number) =>
    `${count(sessions, 'session', 'sessions')}, ${count(words, 'word', 'words')}, on ${count(days, 'day', 'days')}.`,
  /** Read by the person and by whoever holds a link, so none of them says “you”. */
  chapters: {
    days: 'Days of writing',
    reflection: 'Looking back',
    changes: 'What changed',
    feelings: 'Feelings',
    topics: 'Topics',
    breakthroughs: 'What became clear',
    beliefs: 'Beliefs',
    challenges: 'What was in the way',
    actions: 'What was meant to be done',
  },
  /** A feeling or topic that is called like its branch is not told twice. */
  standing: (label: string, branch: string, days: number) =>
    `${branch === '' || branch === label ? '' : `${branch} · `}in ${count(days, 'session', 'sessions')}`,
  writtenOn: (first: string, last: string, most: number) =>
    `${first === last ? first : `${first} – ${last}`}, up to ${count(most, 'word', 'words')} a day.`,
  wordsOn: (day: string, words: number) => `${day}: ${count(words, 'word', 'words')}`,
  readFrom: ({ n, counted }: ReportChange) => `(${numbers.format(n)} ${counted})`,
  /** In the order of the steps, without those that nothing took. */
  adherence(counts: Record<StepKind, number>) {
    const some = StepKind.options.filter((kind) => counts[kind] > 0)
    return `${some.map((kind) => `${numbers.format(counts[kind])} ${steps[kind]}`).join(', ')}.`
  },
  step: (what: StepKind, day: string) => (what === 'overdue' ? `overdue since ${day}` : `${steps[what]} on ${day}`),
  course: (first: string, last: string) => (first === last ? last : `${first} → ${last}`),
  reflectionHint: 'What do you see when you look back? It stays with the report of these days.',
  keep: 'Keep',
  kept: 'Kept.',
  shares: {
    title: 'Share, to be read only',
    ofReport:
      'Whoever holds the link can read these days until it expires, without an account. What you write later is not shown, and what you delete or reject is gone from it at once.',
    ofSession:
      'Whoever holds the link can read this session and what was found in it until it expires, without an account. What you add to it later is shown, and what you reject is gone from the link at once.',
    session: (day: string) => `Session of ${day}`,
    label: 'For whom (only you see this)',
    lifetime: 'It works for',
    lifetimes: { hour: 'an hour', day: 'a day', fortnight: '14 days', quarter: '90 days' },
    hidesNames: 'Hide names of speakers, client and professional',
    make: 'Make the link',
    link: 'The link, shown only now',
    done: 'Done',
    mine: 'Links that work',
    unnamed: 'Without a name',
    expires: 'expires',
    neverOpened: 'not opened yet',
    opened: 'last opened',
    revoke: 'End',
    revoked: 'The link was ended.',
  },
  shared: {
    lead: 'Read only. The link works until',
    goneTitle: 'This link leads nowhere any more',
    gone: 'It has expired or was taken back. Ask the person who sent it for a new one.',
    found: 'What was found in it',
    withPeople: (client: string, professional: string) =>
      [client, professional].filter((name) => name !== '').join(' · '),
  },
}
