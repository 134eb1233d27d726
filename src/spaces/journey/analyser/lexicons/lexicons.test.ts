import { describe, expect, test } from 'vitest'
import { classOf, emotionClasses, isEmotionLabel } from '../emotions/names.ts'
import { readLexicon } from '../text/lexicon.ts'
import { domainOf, topicLabels } from '../topics/names.ts'
import { lintLexicon } from './lint.ts'

const lists = [
  { name: 'emotions' as const, classes: Object.keys(emotionClasses) },
  { name: 'topics' as const, classes: topicLabels },
]

describe.each(lists)('the lexicon of $name', ({ name, classes }) => {
  const complaints = lintLexicon(name)

  test.each([
    ['repeats a term within a class', 'repeat'],
    ['says opposites of a term without a reason', 'contradiction'],
    ['has a stem that speaks for its opposite', 'shadow'],
    ['has a row that a stem makes idle', 'idle'],
    ['has a term that no text can hold', 'unmatchable'],
    ['has a weight out of range', 'weight'],
    ['has a name that hardly any term stands for', 'coverage'],
  ])('never %s', (_, rule) => {
    expect(complaints.filter((complaint) => complaint.rule === rule).map(({ about }) => about)).toEqual([])
  })

  test('has rows of every class, and a class for every row', () => {
    const used = new Set(readLexicon(name).map(([className = '']) => className))
    used.delete('none')
    expect([...used].sort()).toEqual([...classes].sort())
  })
})

test('every label of an emotion row belongs to the class of the row', () => {
  for (const [className, term, , label = ''] of readLexicon('emotions')) {
    if (label === '') continue
    if (!isEmotionLabel(label)) throw new Error(`${term} has the unknown label ${label}.`)
    expect(classOf(label), term).toBe(className)
  }
})

test('every topic hangs on a domain', () => {
  for (const label of topicLabels) expect(domainOf(label)).toBeDefined()
})
