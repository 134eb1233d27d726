/** What is done is never guessed: the analyser and the match together, on plans and on what was said of them later. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createAnalyser } from '../../analyser/analyser.ts'
import { matchFollowUp, type Candidate } from './match-follow-up.ts'

const analyser = createAnalyser()

const pairs = readFileSync(new URL('pairs.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([expected = '', plans = '', sentence = '']) => ({ expected, plans, sentence }))

const candidatesOf = (plans: string): Candidate[] =>
  plans.split(' | ').map((title, place) => ({ id: `${place}`, title, polarity: 'do', recurrence: null }))

/** What the words of a session would do to the plans: move one, ask, or nothing. */
function outcomeOf({ plans, sentence }: { plans: string; sentence: string }) {
  const followUps = analyser.analyse(sentence).followUps.filter(({ verdict }) => verdict !== 'not-done')
  const matches = followUps.map((followUp) => ({
    verdict: followUp.verdict,
    ...matchFollowUp(followUp, candidatesOf(plans)),
  }))
  return (
    matches.find(({ kind }) => kind === 'clear')?.verdict ??
    (matches.some(({ kind }) => kind === 'unsure') ? 'asked' : 'nothing')
  )
}

const still = pairs.filter(({ expected }) => expected === 'still')
const moved = pairs.filter(({ expected }) => expected !== 'still')

test('the suite is large enough to mean something', () => {
  expect([still.length >= 90, moved.length >= 40]).toEqual([true, true])
})

test.each(still)('“$sentence” does not move “$plans”', (pair) => {
  expect(['asked', 'nothing']).toContain(outcomeOf(pair))
})

test('most clear words move what they are about, and most of the rest are asked about', () => {
  const outcomes = moved.map((pair) => ({ ...pair, outcome: outcomeOf(pair) }))
  const right = outcomes.filter(({ expected, outcome }) => expected === outcome)
  const wrong = outcomes.filter(({ expected, outcome }) => ![expected, 'asked', 'nothing'].includes(outcome))
  expect(wrong).toEqual([])
  expect(right.length / moved.length).toBeGreaterThan(0.8)
})
