import { expect, test } from 'vitest'
import type { Pattern } from '../contract.ts'
import { dayOf, type PersonRecord, type ReadAction, type ReadSession } from '../reading/record.ts'
import { findPatterns } from './find-patterns.ts'

const today = 20_500

const idOf = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** A session that says one action, in a sentence of its own; its element has the number of the session after a thousand. */
function makeSession(number: number, label = 'call Ann'): ReadSession {
  return {
    id: idOf(number),
    day: dayOf(today - 200 + number),
    title: '',
    valence: 0,
    passages: 1,
    paragraphs: [0],
    words: null,
    elements: [
      {
        id: idOf(1000 + number),
        kind: 'action',
        key: label,
        label,
        traits: {},
        passages: [0],
        places: [{ start: 0, end: label.length, quote: label, passage: 0 }],
      },
    ],
  }
}

const sessions = Array.from({ length: 8 }, (_, i) => makeSession(i + 1))

/** Decided on a hundred days ago, and open. */
const open: Omit<ReadAction, 'id'> = {
  title: 'call Ann',
  status: 'open',
  since: dayOf(today - 100),
  endedOn: null,
  ending: null,
  isDecided: true,
  hasBegun: false,
  isSingle: true,
  grade: 'commitment',
  topic: null,
  due: null,
  elements: [],
}

const doneAfter = (days: number): Partial<ReadAction> => ({
  status: 'done',
  endedOn: dayOf(today - 100 + days),
  hasBegun: true,
})
const dropped: Partial<ReadAction> = { status: 'dropped', endedOn: dayOf(today - 90), hasBegun: true }

const times = (count: number, action: Partial<ReadAction>) => Array.from({ length: count }, () => action)

function read(given: readonly Partial<ReadAction>[], all: Partial<PersonRecord> = {}): Pattern[] {
  const actions = given.map((action, i) => ({ ...open, id: idOf(2000 + i), title: `action ${i}`, ...action }))
  const { patterns } = findPatterns({ sessions, actions, links: [], today: dayOf(today), ...all })
  return patterns.filter(({ kind }) => kind === 'follow-through')
}

test('of what was decided on, it tells how much was done, how soon, and what was let go', () => {
  const [told, ...others] = read([...[2, 4, 9].map(doneAfter), dropped, {}, {}, {}, {}])
  expect(others).toEqual([])
  expect(told).toMatchObject({
    sentence: 'Of 8 things that you decided on, you did 3, half of them within 4 days, and let 1 go.',
    n: 8,
    counted: 'actions',
    p: null,
    wouldChange: expect.stringMatching(/^Four of them are open/),
    from: dayOf(today - 100),
    to: dayOf(today - 90),
  })
  // Wilson's interval of 3 among 8, by hand.
  expect(told?.effect).toMatchObject({ value: 0.375, low: 0.1368, high: 0.6943 })
})

test('fewer than six decided things are no share of anything', () => {
  expect(read([...times(2, doneAfter(3)), ...times(3, {})])).toEqual([])
  expect(read([...times(2, doneAfter(3)), ...times(4, {})])).toHaveLength(1)
})

test.each<[string, Partial<ReadAction>]>([
  ['was only a wish', { isDecided: false }],
  ['is a habit or a thing to refrain from', { isSingle: false }],
  ['was decided on less than two weeks ago, done or not', { since: dayOf(today - 13) }],
  ['is due today or later, done or not', { due: dayOf(today) }],
])('what %s is not asked about', (_, given) => {
  const [told] = read([...times(3, doneAfter(3)), ...times(3, {}), given, { ...doneAfter(1), ...given }])
  expect(told?.n).toBe(6)
})

test('what was due yesterday is asked about, and so is what was decided on two weeks ago', () => {
  const [told] = read([...times(5, {}), { due: dayOf(today - 1) }, { since: dayOf(today - 14) }])
  expect(told).toMatchObject({ n: 7, effect: { value: 0 } })
  expect(told?.sentence).toBe('Of 7 things that you decided on, you did none.')
})

test('a session that tells of the end, or of an earlier day, is quoted and counts no days below none', () => {
  const span = { start: 3, end: 15, quote: 'I called Ann' }
  const ended = { ...doneAfter(-3), elements: [idOf(1001)], ending: { sessionId: idOf(7), span } }
  const [told] = read([ended, doneAfter(0), ...times(4, {})])
  expect(told?.sentence).toContain('you did 2, half of them on the same day.')
  expect(told?.evidence).toMatchObject([
    { sessionId: idOf(1), elementId: idOf(1001), quote: 'call Ann', start: 0, end: 8 },
    { sessionId: idOf(7), elementId: null, quote: 'I called Ann', start: 3, end: 15 },
  ])
})

test('a topic and a grade are told where they differ from the rest, with both shares', () => {
  const hard = times(8, { topic: 'Work', grade: 'need' })
  const [, ...told] = read([
    ...hard,
    ...times(12, { topic: 'home', ...doneAfter(5) }),
    { topic: 'work', grade: 'need' },
  ])
  expect(told.map(({ sentence }) => sentence).sort()).toEqual([
    'Of 12 things about home, you did 12, half of them within 5 days; of 9 others, none.',
    'Of 12 things that you said you will do, you did 12, half of them within 5 days; of 9 others, none.',
    'Of 9 things about Work, you did none; of 12 others, 12.',
    'Of 9 things that you said you need to do, you did none; of 12 others, 12.',
  ])
  for (const { p, q, effect, badges, counted } of told) {
    // Twice the one way in C(21, 9) that the twelve are all others.
    expect(p).toBeCloseTo(2 / 293_930, 12)
    expect(q).toBeCloseTo(2 / 293_930, 12)
    expect([counted, ...badges]).toEqual(['actions', effect.value === 1 ? 'done more often' : 'done less often'])
  }
})

test('groups that differ no more than chance would, or are small, are not told', () => {
  const alike = ['home', 'work'].flatMap((topic) => [...times(6, { topic, ...doneAfter(2) }), ...times(5, { topic })])
  expect(read(alike)).toHaveLength(1)
  const small = [...times(5, { topic: 'home' }), ...times(20, { topic: 'work', ...doneAfter(2) })]
  expect(read(small)).toHaveLength(1)
})

const said = (count: number) => sessions.slice(0, count).map(({ elements: [element] }) => element?.id ?? '')

test('what was said in three sessions and never begun is told, quoted from each', () => {
  const [told, ...others] = read([{ title: 'Call Ann', elements: said(3) }])
  expect(others).toEqual([])
  expect(told).toMatchObject({
    sentence: 'You said “Call Ann” in 3 sessions, and have not told of a first step yet.',
    n: 3,
    badges: ['never-started'],
    effect: { value: 0 },
  })
  expect(told?.evidence.map(({ sessionId }) => sessionId)).toEqual([idOf(1), idOf(2), idOf(3)])
  expect(read([{ elements: said(2) }])).toEqual([])
})

test.each<[string, Partial<ReadAction>]>([
  ['begun', { status: 'in-progress', hasBegun: true }],
  ['done', doneAfter(3)],
  ['dropped', dropped],
  ['begun once and put back', { hasBegun: true }],
])('what was %s is not told as never begun', (_, given) => {
  expect(read([{ elements: said(4), ...given }])).toEqual([])
})

test('two actions of one name are told once', () => {
  const told = read([
    { title: 'call Ann', elements: said(4) },
    { title: 'Call Ann', elements: said(3) },
  ])
  expect(told.map(({ n }) => n)).toEqual([4])
})

test('actions in another order are read alike', () => {
  const given = [...[2, 4, 9].map(doneAfter), dropped, { elements: said(4) }, {}, {}, {}]
  const actions = given.map((action, i) => ({ ...open, title: `action ${i}`, ...action, id: idOf(2000 + i) }))
  expect(read([], { actions: actions.toReversed() })).toEqual(read([], { actions }))
})
