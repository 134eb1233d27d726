import { expect, test } from 'vitest'
import { sentences } from './sentences.ts'

const course = { mentions: 5, since: 9, weeks: 11 }

test.each([
  [[], 'Something about sleep stays hard: it came up', '“trouble falling asleep” stays: it came up'],
  [['easing'], 'What is hard about sleep eases; it came up', '“trouble falling asleep” eases; it came up'],
  [['resolved'], 'What was hard about sleep came up', '“trouble falling asleep” came up'],
  [['returned'], 'What is hard about sleep is back after a pause', '“trouble falling asleep” is back after a pause'],
])('a challenge with the badges %s is told by its topic, or by its name', (badges, byTopic, byName) => {
  expect(sentences.challenge({ ...course, label: 'sleep', isTopic: true, badges })).toContain(byTopic)
  expect(sentences.challenge({ ...course, label: 'trouble falling asleep', isTopic: false, badges })).toContain(byName)
})

test.each([
  [{ kind: 'topic', label: 'job' }, 'From about 1 May 2026 on your job comes up more than before.'],
  [{ kind: 'topic', label: 'friends' }, 'From about 1 May 2026 on your friends come up more than before.'],
  [{ kind: 'domain', label: 'self' }, 'From about 1 May 2026 on how you see yourself comes up more than before.'],
  [{ kind: 'topic', label: 'Harbour' }, 'From about 1 May 2026 on Harbour comes up more than before.'],
  [{ kind: 'emotion', label: 'anxious' }, 'From about 1 May 2026 on feeling anxious comes up more than before.'],
  [{ kind: 'emotion', label: 'grieving' }, 'From about 1 May 2026 on grieving comes up more than before.'],
  [{ kind: 'affect', label: 'unpleasant feelings' }, 'From about 1 May 2026 on unpleasant feelings come up more'],
  [{ kind: 'belief', label: 'I fail' }, 'From about 1 May 2026 on “I fail” comes up more than before.'],
] as const)('%j is named as it is said', (subject, sentence) => {
  expect(sentences.turn({ subject, rises: true, day: '2026-05-01' })).toContain(sentence)
})

test('a sentence that begins with its subject begins with a capital', () => {
  const halves = { rises: false, inEarly: 9, early: 10, inLater: 2, later: 10 }
  const eases = (label: string) => sentences.trend({ subject: { kind: 'topic', label }, ...halves })
  expect(eases('in-laws')).toBe('Your in-laws ease: in 2 of the last 10 sessions, in 9 of the 10 before.')
  expect(eases('sleep')).toBe('Sleep eases: in 2 of the last 10 sessions, in 9 of the 10 before.')
})
