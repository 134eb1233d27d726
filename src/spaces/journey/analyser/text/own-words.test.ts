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
