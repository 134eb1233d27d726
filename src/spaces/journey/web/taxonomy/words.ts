/** Every sentence of the taxonomy page, in English. */
import type { Feeling, NamedKind, OwnWord } from '../../contract.ts'

const numbers = new Intl.NumberFormat()
const count = (figure: number, one: string, many: string) => `${numbers.format(figure)} ${figure === 1 ? one : many}`

const senses: Record<NamedKind, { all: string }> = {
  topic: { all: 'no topic' },
  emotion: { all: 'no feeling' },
}

const arousals: Record<Feeling['affect']['arousal'], string> = { high: 'stirred up', low: 'quiet' }
const controls: Record<Feeling['affect']['control'], string> = { high: 'in control', low: 'little control' }

const systems: Record<Feeling['elsewhere'][number]['system'], string> = {
  ekman: 'Ekman',
  goemotions: 'GoEmotions',
  plutchik: 'Plutchik',
  geneva: 'Geneva wheel',
  lemotif: 'Lemotif',
  'empathetic-dialogues': 'EmpatheticDialogues',
}

export const taxonomyWords = {
  title: 'Topics and words',
  lead: 'How Cairn names what it reads. Add topics and words of your own, and take out words that mean something else to you.',
  views: { topic: 'Topics', emotion: 'Feelings', words: 'Your words' },
  stale: (sessions: number) =>
    `${count(sessions, 'session was', 'sessions were')} read before your last change. Your decisions stay when they are read again.`,
  readAgain: 'Read them again',
  reading: (sessions: number) => `${count(sessions, 'session is', 'sessions are')} being read again.`,
  yours: 'Yours',
  ownWords: (figure: number) => count(figure, 'word of yours', 'words of yours'),
  chosenHint: 'Choose a name to see and add the words that stand for it.',
  meant: 'Stands for it when you write',
  notMeant: 'Does not stand for it',
  noneYet: 'No words of yours yet. The words that everybody uses are known.',
  feeling: {
    affect: 'How it is',
    affectOf: ({ valence, arousal, control }: Feeling['affect']) =>
      `${valence}, ${arousals[arousal]}, ${controls[control]}`,
    systems,
  },
  add: {
    label: 'A word or a short phrase',
    placeholder: 'the knot',
    means: 'Add word',
    not: 'Leave it out',
    hint: 'As you write it; up to five words. A star at the end stands for any ending: worr*.',
  },
  remove: (term: string) => `Remove “${term}”`,
  removed: (term: string) => `“${term}” is forgotten`,
  topic: {
    add: 'Add a topic',
    name: 'Name',
    domain: 'Area of life',
    terms: 'Words that stand for it',
    termsHint: 'One a line. The name itself is known.',
    save: 'Add topic',
    rename: 'Rename',
    move: 'Hangs on',
    remove: 'Remove topic',
    removed: (label: string) => `The topic “${label}” is removed`,
  },
  list: {
    empty: 'Nothing here yet. Add a word to a topic or a feeling; what you decide about findings teaches words, too.',
    forget: 'Forget',
    forgetWord: (term: string) => `Forget “${term}”`,
    from: { person: 'You said so', decision: 'From your decisions' } satisfies Record<OwnWord['origin'], string>,
    sentence: ({ kind, label, term, sense }: Pick<OwnWord, 'kind' | 'label' | 'term' | 'sense'>) =>
      sense === 'means' ? `“${term}” means ${label}` : `“${term}” does not mean ${label ?? senses[kind].all}`,
  },
}
