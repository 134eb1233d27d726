import { expect, test } from 'vitest'
import { isBlank, parseQuery } from './query.ts'

/** A query as one line a part, for reading. */
function describeQuery(text: string) {
  const { terms, filters } = parseQuery(text)
  const not = (isExcluded: boolean) => (isExcluded ? 'not ' : '')
  return [
    ...terms.map((term) => `${not(term.isExcluded)}${term.isPhrase ? 'phrase' : 'word'} ${term.text}`),
    ...filters.map((filter) => `${not(filter.isExcluded)}${filter.field} ${filter.value}`),
  ]
}

test.each([
  { text: 'red stone', means: ['word red', 'word stone'] },
  { text: '"red stone" wall', means: ['phrase red stone', 'word wall'] },
  { text: 'stone -red -"big wall"', means: ['word stone', 'not word red', 'not phrase big wall'] },
  { text: 'tag:Work space:notes kind:"note"', means: ['tag work', 'space notes', 'kind note'] },
  { text: 'stone -tag:work -space:notes', means: ['word stone', 'not tag work', 'not space notes'] },
  { text: 'tag:"deep work" rest', means: ['word rest', 'tag deep work'] },
  { text: '"never closed', means: ['phrase never closed'] },
  { text: 'colour:red', means: ['word colour:red'] },
  { text: 'well-known 3.5% C++', means: ['word well-known', 'word 3.5%', 'word C++'] },
  { text: '  Ünï   東京 😀 ', means: ['word Ünï', 'word 東京'] },
  { text: 'tag:', means: ['word tag:'] },
  { text: '?! - "" "-" *', means: [] },
])('“$text” means $means', ({ text, means }) => {
  expect(describeQuery(text)).toEqual(means)
  expect(isBlank(parseQuery(text))).toBe(means.length === 0)
})

test('further terms than twenty are left out', () => {
  expect(parseQuery('word '.repeat(50)).terms).toHaveLength(20)
  expect(parseQuery('tag:word '.repeat(50)).filters).toHaveLength(20)
})
