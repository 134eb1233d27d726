import { expect, test } from 'vitest'
import { affectOf, lineageOf, lineageOfMood, narrowest, sideOf } from './lineage.ts'
import { patternOf } from './drafting.ts'

const none = new Map<number, never[]>()

const related = (name: string, one: string[], other: string[]) => ({
  pattern: patternOf(
    { sessions: [] },
    {
      kind: 'co-occurrence',
      subjects: [{ kind: 'topic', label: name }],
      sentence: name,
      effect: { name: '', per: '', value: 1, low: null, high: null },
      n: 1,
      counted: 'passages',
      wouldChange: '',
    },
  ),
  one,
  other,
})

test('a family is of its side, and a side of how pleasant all of it is', () => {
  expect([sideOf('anger'), sideOf('joy'), sideOf('surprise'), sideOf('my own')]).toEqual([
    'unpleasant',
    'pleasant',
    undefined,
    undefined,
  ])
  expect(lineageOf({ subject: { kind: 'family', label: 'anger' }, bySession: none })).toEqual([
    'family anger',
    'affect unpleasant feelings',
    ...lineageOfMood('unpleasant'),
  ])
  expect(lineageOf({ subject: affectOf('pleasant'), bySession: none })).toEqual([
    'affect pleasant feelings',
    ...lineageOfMood('pleasant'),
  ])
  expect(lineageOf({ subject: { kind: 'family', label: 'surprise' }, bySession: none })).toEqual(['family surprise'])
})

test('of what was found the narrowest is told', () => {
  const work = ['topic job', 'domain work']
  const anger = ['family anger', 'affect unpleasant feelings', 'valence unpleasant']
  const found = [
    related('narrow', work, anger),
    related('wide topic', work.slice(1), anger),
    related('wide feeling', work, anger.slice(1)),
    related('mood', work.slice(1), anger.slice(2)),
    related('other side', work, ['valence pleasant']),
    related('other topic', ['topic sleep', 'domain sleep'], anger.slice(2)),
  ]
  expect(narrowest(found).map(({ sentence }) => sentence)).toEqual(['narrow', 'other side', 'other topic'])
  expect(narrowest(found.slice(1)).map(({ sentence }) => sentence)).toEqual([
    'wide topic',
    'wide feeling',
    'other side',
    'other topic',
  ])
})
