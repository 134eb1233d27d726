import { expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'
import type { PersonalLexicon } from '../findings.ts'

const analyser = createAnalyser()

function labels(text: string, lexicon: Partial<PersonalLexicon>): string[] {
  const reading = { lexicon: { topics: [], emotions: [], silenced: [], ...lexicon } }
  return analyser.analyse(text, reading).emotions.map(({ label, negated }) => (negated ? `not ${label}` : label))
}

const fizzy = { label: 'excited', term: 'fizzy', weight: 1 }

test('a word of a person’s own stands for the feeling it was given', () => {
  expect(labels('I felt all fizzy on the train.', {})).toEqual([])
  expect(labels('I felt all fizzy on the train.', { emotions: [fizzy] })).toEqual(['excited'])
  expect(labels('I was not fizzy on the train.', { emotions: [fizzy] })).toContain('not excited')
})

test('an own word comes before what the lexicon says of it', () => {
  const own = { label: 'calm', term: 'sad', weight: 1 }
  expect(labels('I was sad.', { emotions: [own] })).toEqual(['calm'])
})

test('a silenced word means nothing, and what stands beside it still does', () => {
  const silenced = [{ kind: 'emotion' as const, term: 'sad' }]
  expect(labels('I was sad.', { silenced })).toEqual([])
  expect(labels('I was sad and lonely.', { silenced })).toEqual(['lonely'])
})

test('a word silenced for one feeling keeps the others', () => {
  expect(labels('I was sad.', { silenced: [{ kind: 'emotion', label: 'angry', term: 'sad' }] })).toEqual(['sad'])
  expect(labels('I was sad.', { silenced: [{ kind: 'topic', term: 'sad' }] })).toEqual(['sad'])
})

test('what one person taught is not read in the words of the next', () => {
  expect(labels('I felt fizzy.', { emotions: [fizzy] })).toEqual(['excited'])
  expect(labels('I felt fizzy.', { emotions: [{ ...fizzy, label: 'anxious' }] })).toEqual(['anxious'])
  expect(labels('I felt fizzy.', {})).toEqual([])
})
