/** Every sentence of the Journey pages, in English. */
import type { ElementKind, ElementStatus, SessionState, TextEncoding } from '../contract.ts'

const numbers = new Intl.NumberFormat()
const count = (figure: number, one: string, many: string) => `${numbers.format(figure)} ${figure === 1 ? one : many}`

const kindNames: Record<ElementKind, string> = {
  emotion: 'Emotion',
  topic: 'Topic',
  belief: 'Belief',
  challenge: 'Challenge',
  insight: 'Insight',
  action: 'Action',
}

const states: Record<SessionState, string> = {
  empty: 'Nothing written yet',
  waiting: 'Waiting to be read',
  analysing: 'Being read now',
  ready: 'Understood',
  failed: 'Kept, but not understood',
}

const statuses: Record<ElementStatus, string> = {
  proposed: 'Found by Cairn',
  confirmed: 'You agreed',
  edited: 'In your words',
  rejected: 'You rejected this',
}

const encodings: Record<TextEncoding, string> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, big-endian)',
  'windows-1251': 'Windows Cyrillic',
  'windows-1252': 'Windows Western',
  'koi8-r': 'KOI8 Cyrillic',
  ibm866: 'DOS Cyrillic',
  'iso-8859-2': 'Central European',
}

export const words = {
  space: {
    title: 'Journey',
    write: 'Write',
    sessions: 'Sessions',
    session: 'Session',
    graph: 'Connections',
    wholeGraph: 'Graph',
    patterns: 'Patterns',
  },
  starters: {
    write: { label: 'Write a reflection', hint: 'Cairn reads along and shows what matters.' },
    upload: { label: 'Upload text', hint: 'A note or a transcript: .txt, .md, .vtt or .srt.' },
  },
  job: {
    title: 'Understanding a reflection',
    steps: {
      segment: 'Reading the text',
      analyse: 'Looking for what matters',
      store: 'Writing down what was found',
    },
  },
  exporting: {
    title: 'Exporting reflections',
    steps: { pack: 'Packing the archive', keep: 'Putting it among your files' },
  },
  importing: {
    title: 'Importing reflections',
    steps: { read: 'Reading the archive', add: 'Adding reflections', finish: 'Clearing the table' },
  },
  patternsJob: {
    title: 'Looking for patterns',
    steps: {
      begin: 'Beginning',
      link: 'Tying together what belongs together',
      find: 'Reading all sessions',
      store: 'Writing down what was found',
    },
  },
  notifications: {
    notUnderstood: 'A reflection of mine could not be understood',
    patternsFound: 'Something changes in my reflections (once a week at most)',
    shareOpened: 'A link of mine was opened for the first time',
  },
  changes: {
    deleted: (title: string) => `“${title}” was deleted`,
    deletedTogether: (label: string) => `Reflections were deleted: ${label}`,
    updated: (title: string) => `“${title}” was changed`,
    decided: (label: string) => `Your decision on “${label}”`,
  },
  keys: {
    next: 'Next thing that was found',
    previous: 'Previous thing that was found',
    accept: 'Agree with it',
    edit: 'Say it in your words',
    reject: 'Reject it',
    save: 'Save and understand what you wrote',
  },
  home: {
    title: 'Journey',
    write: 'Write',
    all: 'All sessions',
    empty: 'Nothing written yet. Ten minutes are enough to begin.',
  },
  write: {
    title: 'Write',
    titleLabel: 'Title',
    titleHint: 'A title, if you like',
    dateLabel: 'Date',
    textLabel: 'What is on your mind?',
    words: (figure: number) => count(figure, 'word', 'words'),
    draftSaved: 'Draft saved',
    draftNotKept: 'This draft is not kept on this device. Save it before you leave.',
    save: 'Save and understand',
    saveHint: 'Ctrl + Enter',
    chooseFile: 'Choose a file',
    dropHint: 'or drop a .txt, .md, .vtt or .srt file here',
    dropNow: 'Drop the file here',
    stopped:
      'What you wrote is still here, and what was saved already is not saved twice. Save again when you are ready.',
    pastedName: 'Pasted text.txt',
    textAndFile: 'Your text and this file are saved together.',
    tooLong: (most: number) => `This is longer than ${numbers.format(most)} characters. Save it in two parts.`,
  },
  file: {
    preview: (name: string) => `Preview of ${name}`,
    readAs: (encoding: TextEncoding) => `Read as ${encodings[encoding]}`,
    otherwise: 'Looks wrong? Read it as',
    characters: (figure: number) => count(figure, 'character', 'characters'),
    beginning: (shown: number) => `The first ${numbers.format(shown)} characters are shown; all of it is saved.`,
    remove: 'Remove this file',
    tooLarge: (name: string, megabytes: number) =>
      `${name} is larger than ${megabytes} MB. Split it and upload the parts.`,
  },
  encodings,
  sessions: {
    title: 'Sessions',
    newest: 'Newest first',
    oldest: 'Oldest first',
    order: 'Order',
    more: 'Show more',
    delete: (title: string) => `Delete “${title}”`,
    feelings: 'Feelings',
    topics: 'Topics',
    empty: {
      title: 'Your path begins here',
      text: 'Write down what is on your mind. Each reflection becomes a place you can come back to, with the feelings and themes that Cairn found in it.',
      write: 'Write a reflection',
    },
    states,
  },
  session: {
    gone: 'Go to all sessions',
    editTitle: 'Change the title',
    titleLabel: 'Title',
    dateLabel: 'Date',
    save: 'Save',
    cancel: 'Cancel',
    more: 'More',
    analyse: 'Analyse again',
    graph: 'See the connections',
    delete: 'Delete this session',
    addMore: 'Add more',
    addMoreTitle: 'Add more to this session',
    addMoreLabel: 'What do you want to add?',
    add: 'Add and understand',
    back: 'Back to the session',
    text: 'Text',
    found: (figure: number) => `Found (${numbers.format(figure)})`,
    views: 'Show',
    noText: 'This session has no text yet',
    notAnalysed: (language: string) =>
      `This text is in ${language}. It is kept and can be searched; there is no analyser for it yet.`,
    contents: 'What this session is made of',
    typed: 'Written here',
    client: 'Client',
    professional: 'Professional',
    updated: 'Session changed',
  },
  transcript: {
    label: 'Text',
    evidence: (kind: ElementKind, label: string) => `${kindNames[kind]}: ${label}`,
  },
  elements: {
    title: 'What was found',
    count: (figure: number) => count(figure, 'thing found', 'things found'),
    none: 'Nothing stood out in this text. That happens with short or factual notes.',
    notYet: 'What Cairn finds appears here, piece by piece.',
    cut: (figure: number) => `The first ${numbers.format(figure)} are shown.`,
    showAll: (figure: number) => `Show all ${numbers.format(figure)}`,
    showFewer: 'Show fewer',
    rejected: (figure: number) => `${numbers.format(figure)} rejected, show`,
    hideRejected: (figure: number) => `${numbers.format(figure)} rejected, hide`,
    kinds: {
      emotion: 'Emotions',
      topic: 'Topics',
      belief: 'Beliefs',
      challenge: 'Challenges',
      insight: 'Insights',
      action: 'Actions',
    } satisfies Record<ElementKind, string>,
    inText: (kind: string) => `${kind} marked in the text`,
    marked: 'Marked in the text',
    negated: (label: string) => `not ${label}`,
    bands: { clear: 'clear', likely: 'likely', unclear: 'unclear' },
    sure: (confidence: number) => `How sure Cairn is: ${Math.round(confidence * 100)} of 100`,
    statuses,
    madeBy: 'Concluded by Cairn, not said by you',
    proposed: (label: string) => `Cairn said “${label}”`,
    nextPlace: (index: number, all: number) =>
      `Place ${numbers.format(index)} of ${numbers.format(all)}, show the next`,
    accept: 'Agree',
    edit: 'Edit',
    reject: 'Reject',
    restore: 'Take back',
    editLabel: 'In your words',
    save: 'Save',
    cancel: 'Cancel',
    showInText: 'Show in the text',
    close: 'Close',
    keysHint: 'J and K move, A agrees, E edits, R rejects',
    agreed: (label: string) => `You agreed with “${label}”`,
    edited: (label: string) => `Now it says “${label}”`,
    rejectedOne: (label: string) => `“${label}” was rejected`,
    restored: (label: string) => `“${label}” is open again`,
    notDecided: 'This could not be saved, so it is as it was.',
  },
  settings: {
    kinds: 'What should Cairn look for?',
    kindsHint:
      'What you switch off is left out the next time a text is read. What you agreed with or worded yourself stays.',
    atLeastOne: 'Nothing is looked for: texts are kept and can be searched.',
    saved: 'Saved',
  },
  minutes: (milliseconds: number) => {
    const seconds = Math.floor(milliseconds / 1000)
    const two = (figure: number) => String(figure).padStart(2, '0')
    const hours = Math.floor(seconds / 3600)
    const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
    return hours > 0 ? `${hours}:${rest}` : rest
  },
} as const

/** "Russian" for `ru`; the tag itself where the browser has no name. */
export function languageInWords(tag: string, locale = 'en') {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
