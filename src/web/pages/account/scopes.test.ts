import { expect, test } from 'vitest'
import { describeScopes, groupNouns } from './scopes.ts'

const sessions = { noun: 'journey.sessions', about: 'Sessions', acts: ['read' as const, 'write' as const] }
const journeys = { noun: 'journeys.maps', about: 'Maps', acts: ['read' as const] }
const files = { noun: 'files.files', about: 'Files', acts: ['read' as const] }

test('nouns stand under their space, and those of no space under the core', () => {
  const spaces = [
    { name: 'library', title: 'Library' },
    { name: 'journey', title: 'Journey' },
  ]
  expect(groupNouns([files, sessions, journeys], spaces, 'Cairn')).toEqual([
    { space: 'journey', title: 'Journey', nouns: [sessions] },
    { space: undefined, title: 'Cairn', nouns: [files, journeys] },
  ])
})

test('the scopes of a key are one entry a noun, also when the noun is not offered any more', () => {
  const scopes = ['files.files:write', 'journey.sessions:read', 'journey.sessions:write', 'old.things:read']
  expect(describeScopes(scopes, [files, sessions])).toEqual([
    { noun: 'files.files', about: 'Files', may: 'write' },
    { noun: 'journey.sessions', about: 'Sessions', may: 'both' },
    { noun: 'old.things', about: 'old.things', may: 'read' },
  ])
})
