import { expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'
import type { PersonalLexicon } from '../findings.ts'

const analyser = createAnalyser()
const nothing: PersonalLexicon = { topics: [], emotions: [], silenced: [] }

const topicsOf = (text: string, lexicon: Partial<PersonalLexicon>) =>
  analyser.analyse(text, { lexicon: { ...nothing, ...lexicon } }).topics.map(({ label }) => label)

const harbour = (term: string) => ({ label: 'Harbour', domain: 'work', term, weight: 1 })

test('an own word stands beside what the lexicon knows of the same words', () => {
  expect(topicsOf('My sister.', { topics: [harbour('sister')] })).toEqual(
    expect.arrayContaining(['Harbour', 'siblings']),
  )
  expect(topicsOf('I have a panic attack.', { topics: [harbour('attack')] })).toEqual(
    expect.arrayContaining(['Harbour', 'panic']),
  )
})

test('a silenced word loses one name or all, also within a phrase', () => {
  const text = 'My sister.'
  expect(topicsOf(text, { silenced: [{ kind: 'topic', term: 'sister', label: 'siblings' }] })).not.toContain('siblings')
  expect(topicsOf(text, { silenced: [{ kind: 'topic', term: 'sister', label: 'sleep' }] })).toContain('siblings')
  expect(topicsOf(text, { silenced: [{ kind: 'emotion', term: 'sister' }] })).toContain('siblings')
  expect(topicsOf('I had a panic attack.', { silenced: [{ kind: 'topic', term: 'panic' }] })).not.toContain('panic')
})

test('words of one person are not those of the next', () => {
  expect(topicsOf('The pier.', { topics: [harbour('pier')] })).toEqual(['Harbour'])
  expect(topicsOf('The pier.', {})).toEqual([])
  expect(analyser.analyse('The pier.').topics).toEqual([])
})

test('a feeling that is not in the tree is passed over', () => {
  const lexicon = { ...nothing, emotions: [{ label: 'blorbed', term: 'blorb', weight: 1 }] }
  expect(analyser.analyse('I feel blorb.', { lexicon })).toEqual(analyser.analyse('I feel blorb.'))
})

function feelingsOf(text: string, lexicon: Partial<PersonalLexicon>): string[] {
  const reading = { lexicon: { ...nothing, ...lexicon } }
  return analyser.analyse(text, reading).emotions.map(({ label, negated }) => (negated ? `not ${label}` : label))
}

const fizzy = { label: 'excited', term: 'fizzy', weight: 1 }

test('a word of a person’s own stands for the feeling it was given', () => {
  expect(feelingsOf('I felt all fizzy on the train.', {})).toEqual([])
  expect(feelingsOf('I felt all fizzy on the train.', { emotions: [fizzy] })).toEqual(['excited'])
  expect(feelingsOf('I was not fizzy on the train.', { emotions: [fizzy] })).toContain('not excited')
})

test('an own word comes before what the lexicon says of it', () => {
  const own = { label: 'calm', term: 'sad', weight: 1 }
  expect(feelingsOf('I was sad.', { emotions: [own] })).toEqual(['calm'])
})

test('a silenced word means nothing, and what stands beside it still does', () => {
  const silenced = [{ kind: 'emotion' as const, term: 'sad' }]
  expect(feelingsOf('I was sad.', { silenced })).toEqual([])
  expect(feelingsOf('I was sad and lonely.', { silenced })).toEqual(['lonely'])
})

test('a longer phrase of the lexicon stands beside an own word, and loses to a silenced one', () => {
  const own = { label: 'calm', term: 'panic', weight: 1 }
  expect(feelingsOf('I had a panic attack.', { emotions: [own] }).sort()).toEqual(['calm', 'panicked'])
  expect(feelingsOf('I had a panic attack.', { silenced: [{ kind: 'emotion', term: 'panic' }] })).toEqual([])
})

test('a word silenced for one feeling keeps the others', () => {
  expect(feelingsOf('I was sad.', { silenced: [{ kind: 'emotion', label: 'angry', term: 'sad' }] })).toEqual(['sad'])
  expect(feelingsOf('I was sad.', { silenced: [{ kind: 'topic', term: 'sad' }] })).toEqual(['sad'])
})

test('what one person taught is not read in the words of the next', () => {
  expect(feelingsOf('I felt fizzy.', { emotions: [fizzy] })).toEqual(['excited'])
  expect(feelingsOf('I felt fizzy.', { emotions: [{ ...fizzy, label: 'anxious' }] })).toEqual(['anxious'])
  expect(feelingsOf('I felt fizzy.', {})).toEqual([])
})
