/** Every sentence of the page of exports, imports and deletion by days, in English. */
import type { BelongingCounts } from '../../contract.ts'

const numbers = new Intl.NumberFormat()
const count = (figure: number, one: string, many: string) => `${numbers.format(figure)} ${figure === 1 ? one : many}`

/** Small archives in kilobytes, so that none has zero megabytes. */
const sizeOf = (bytes: number) =>
  bytes < 1_000_000
    ? `${numbers.format(Math.ceil(bytes / 1000))} kB`
    : `${numbers.format(Math.round(bytes / 100_000) / 10)} MB`

const belongingsIn = ({ actions, topics, words, reflections }: BelongingCounts) =>
  [
    actions > 0 ? count(actions, 'action', 'actions') : '',
    topics > 0 ? count(topics, 'topic of yours', 'topics of yours') : '',
    words > 0 ? count(words, 'word of yours', 'words of yours') : '',
    reflections > 0 ? count(reflections, 'look back', 'looks back') : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

export const hasBelongings = (counts: BelongingCounts) => belongingsIn(counts) !== ''

export const archiveWords = {
  title: 'Export and import',
  lead: 'Your reflections are yours: take them along, bring them back, or let them go.',
  export: {
    title: 'Export',
    format: 'As',
    formats: {
      json: 'JSON, complete, to bring back later',
      csv: 'CSV, for a spreadsheet',
      markdown: 'Markdown, to read',
      vtt: 'WebVTT, transcripts with times',
    },
    start: 'Make the archive',
    download: (bytes: number) => `Download (${sizeOf(bytes)})`,
    kept: 'It is kept until',
  },
  import: {
    title: 'Import',
    text: 'An archive of Cairn, a table with days and words, or files with the day in their names. Nothing is added before you have seen what it would be.',
    choose: 'Choose a file',
    wouldAdd: (fresh: number) => `${count(fresh, 'session', 'sessions')} would be added.`,
    known: (known: number) => `${count(known, 'is', 'are')} there already, or in the bin, and stay as they are.`,
    belongings: (counts: BelongingCounts) => `With it: ${belongingsIn(counts)}.`,
    unreadable: (many: number) => `${count(many, 'part', 'parts')} cannot be read:`,
    settings: 'Also take over the settings of Journey in it',
    start: (fresh: number) => (fresh === 0 ? 'Add what is missing' : `Add ${count(fresh, 'session', 'sessions')}`),
    result: (added: number, counts: BelongingCounts) =>
      `${count(added, 'session was', 'sessions were')} added${belongingsIn(counts) === '' ? '' : `, with ${belongingsIn(counts)}`}.`,
  },
  erase: {
    title: 'Delete by days',
    from: 'From',
    to: 'To',
    count: (sessions: number, inBin: number) =>
      `${count(sessions, 'session', 'sessions')} in these days${inBin > 0 ? `, and ${numbers.format(inBin)} in the bin` : ''}.`,
    bin: 'Put into the bin',
    erase: 'Erase for good…',
    confirm: 'Erase for good',
    sure: 'Erase for good?',
    text: 'The words, the files, what was found and every link to it are erased at once, with what is in the bin of these days. Nobody can bring it back.',
    word: 'erase',
    type: 'Type “erase” to go on',
    erased: (sessions: number) => `${count(sessions, 'session was', 'sessions were')} erased for good.`,
    binned: (sessions: number) => `${count(sessions, 'session was', 'sessions were')} put into the bin.`,
  },
}
