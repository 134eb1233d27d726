import { expect, test } from 'vitest'
import { gerundOf } from './gerund.ts'

test.each([
  ['fall', 'falling'],
  ['sleep', 'sleeping'],
  ['trust', 'trusting'],
  ['make', 'making'],
  ['see', 'seeing'],
  ['be', 'being'],
  ['lie', 'lying'],
  ['get', 'getting'],
  ['plan', 'planning'],
  ['quit', 'quitting'],
  ['forget', 'forgetting'],
  ['open', 'opening'],
  ['say', 'saying'],
  ['show', 'showing'],
  ['fix', 'fixing'],
  ['argue', 'arguing'],
  ['bring', 'bringing'],
  ['eat', 'eating'],
  ['read', 'reading'],
  ['focus', 'focusing'],
  ['try', 'trying'],
])('%s → %s', (verb, gerund) => {
  expect(gerundOf(verb)).toBe(gerund)
})
