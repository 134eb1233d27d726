import { expect, test } from 'vitest'
import { createAnalyser } from '../analyser/analyser.ts'
import { findingsOf } from './store-analysis.ts'

const analyser = createAnalyser()

const challengesIn = (text: string) => findingsOf(analyser.analyse(text)).filter(({ kind }) => kind === 'challenge')

test('a challenge is known by the words it was said in, whatever it is called', () => {
  expect(challengesIn('I struggle to fall asleep.')).toEqual([
    expect.objectContaining({ key: 'fall asleep', label: 'trouble falling asleep' }),
  ])
  expect(challengesIn("I don't know how to talk to my son.")).toEqual([
    expect.objectContaining({ key: 'talk to my son', label: 'not knowing how to talk to my son' }),
  ])
})

test('the same words in one text are one challenge with all its places', () => {
  const [one, ...others] = challengesIn("I don't know how to talk to my son. I struggle to talk to my son.")
  expect(others).toEqual([])
  expect(one?.spans).toHaveLength(2)
})
