import { describe, expect, test } from 'vitest'
import { readNext, readSearch, writeSearch } from './address.ts'

describe('the search of an address', () => {
  test.each(['42', 'true', '"a phrase" -not tag:work', 'å + b & c=d'])('keeps %s as it was typed', (q) => {
    expect(readSearch(writeSearch({ q }))).toEqual({ q })
  })

  test('leaves out what is empty', () => {
    expect(writeSearch({ q: '', cursor: undefined })).toBe('')
  })
})

describe('where to go after signing in', () => {
  test('is a path of this page', () => {
    expect(readNext({ next: '/journey/sessions?order=oldest' })).toEqual({ next: '/journey/sessions?order=oldest' })
  })

  test.each([
    'https://example.org',
    '//example.org',
    '/\\example.org',
    '/\t/example.org',
    'javascript:alert(1)',
    7,
    undefined,
  ])('is never %s', (next) => {
    expect(readNext({ next })).toEqual({})
  })
})
