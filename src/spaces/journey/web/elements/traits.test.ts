import { expect, test } from 'vitest'
import type { Element } from '../../contract.ts'
import { traitsInWords } from './traits.ts'

const belief: NonNullable<Element['traits']['belief']> = {
  about: 'self',
  form: 'core',
  stance: 'limiting',
  strength: 'plain',
  standing: 'held',
  traps: [],
}
const challenge = { nature: 'internal', severity: 'marked', standing: 'open' } as const

const described: readonly [string, Pick<Element, 'kind' | 'traits'>, string[]][] = [
  ['a feeling of one’s own, now', { kind: 'emotion', traits: { experiencer: 'self', tense: 'now' } }, []],
  [
    'a feeling of that day, as a diary tells it',
    { kind: 'emotion', traits: { experiencer: 'self', tense: 'past' } },
    [],
  ],
  ['a feeling to come', { kind: 'emotion', traits: { experiencer: 'self', tense: 'future' } }, ['still to come']],
  [
    'what others would feel',
    { kind: 'emotion', traits: { experiencer: 'other', tense: 'hypothetical' } },
    ['someone else', 'imagined'],
  ],
  [
    'a rule with its traps',
    { kind: 'belief', traits: { belief: { ...belief, form: 'rule', traps: ['all-or-nothing', 'should statements'] } } },
    ['a rule', 'all-or-nothing', 'should statements'],
  ],
  [
    'a belief given up',
    { kind: 'belief', traits: { belief: { ...belief, standing: 'revised', traps: ['labelling'] } } },
    ['no longer believed', 'labelling'],
  ],
  [
    'a belief that carries',
    { kind: 'belief', traits: { belief: { ...belief, stance: 'supporting' } } },
    ['carries you'],
  ],
  [
    'a heavy challenge',
    { kind: 'challenge', traits: { challenge: { ...challenge, severity: 'severe' } } },
    ['within you', 'weighs heavily'],
  ],
  [
    'a challenge that lets go',
    { kind: 'challenge', traits: { challenge: { ...challenge, standing: 'easing' } } },
    ['getting easier', 'within you'],
  ],
  ['an insight', { kind: 'insight', traits: { insight: { sort: 'reframe' } } }, ['another view']],
  ['an element stored before traits were told', { kind: 'belief', traits: {} }, []],
]

test.each(described)('%s is put into words', (_, element, words) => {
  expect(traitsInWords(element)).toEqual(words)
})
