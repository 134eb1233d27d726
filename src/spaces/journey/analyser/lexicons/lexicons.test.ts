import { expect, test } from 'vitest'
import { classOf, emotionClasses, emotionLabels, isEmotionLabel } from '../emotions/names.ts'
import { readLexicon } from '../text/lexicon.ts'
import { splitTerm } from '../text/phrase-book.ts'
import { domainOf, topicLabels } from '../topics/names.ts'

const lists = [
  { name: 'emotions', classes: Object.keys(emotionClasses) },
  { name: 'topics', classes: topicLabels },
]

test.each(lists)('the rows of $name have no repeats within a class, in normal form', ({ name }) => {
  const keys = readLexicon(name).map(([className, term = '']) => `${className} ${splitTerm(term).join(' ')}`)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test.each(lists)('the weights of $name are in range', ({ name }) => {
  for (const [className, term = '', weight] of readLexicon(name)) {
    const isBlocker = className === 'none'
    expect(Number(weight), term).toBeGreaterThanOrEqual(isBlocker ? 0 : 0.01)
    expect(Number(weight), term).toBeLessThanOrEqual(isBlocker ? 0 : 1.5)
  }
})

test.each(lists)('every class of $name has rows and every row has a class', ({ name, classes }) => {
  const used = new Set(readLexicon(name).map(([className = '']) => className))
  used.delete('none')
  expect([...used].sort()).toEqual([...classes].sort())
})

test('every label of an emotion row belongs to the class of the row', () => {
  for (const [className, term, , label = ''] of readLexicon('emotions')) {
    if (label === '') continue
    if (!isEmotionLabel(label)) throw new Error(`${term} has the unknown label ${label}.`)
    expect(classOf(label), term).toBe(className)
  }
})

test('every emotion label is said by some row', () => {
  const named = new Set(readLexicon('emotions').map(([, , , label = '']) => label))
  const defaults = new Set(Object.values(emotionClasses).map(({ label }) => label))
  expect(emotionLabels.filter((label) => !named.has(label) && !defaults.has(label))).toEqual([])
})

test('every topic hangs on a domain', () => {
  for (const label of topicLabels) expect(domainOf(label)).toBeDefined()
})
