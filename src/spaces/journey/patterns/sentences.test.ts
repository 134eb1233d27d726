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
