import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'

const analyser = createAnalyser()

function labels(text: string, kind: string): string[] {
  return analyser
    .analyse(text)
    .elements.filter((element) => element.kind === kind)
    .map((element) => element.label)
}

describe('actions', () => {
  test.each([
    ['I will call my sister tomorrow.', 'call my sister tomorrow'],
    ["I'm going to start walking every morning.", 'start walking every morning'],
    ['I feel that I need to end this relationship.', 'end this relationship'],
    ['I will not make it again.', 'not make it again'],
    ['not going to drink today', 'not going to drink today'],
    ['I-I’ll-I’ll go see the doctor on Monday.', 'go see the doctor on Monday'],
    ['My goal is to write every day.', 'write every day'],
    ['Maybe I should call him tomorrow.', 'call him tomorrow'],
    ['I have to finish the report by Friday.', 'finish the report by Friday'],
    ['I promised myself to stop checking my phone at night.', 'stop checking my phone at night'],
    ['TODO: email the landlord', 'email the landlord'],
    ['I plan to visit my parents.', 'visit my parents'],
  ])('"%s" commits to "%s"', (text, expected) => {
    expect(labels(text, 'action')).toContain(expected)
  })

  test.each([
    ['reported speech', 'I said, well, I’ll sign it.'],
    ['what others ask', 'My boss told me I need to work harder.'],
    ['a habit', 'Very rarely I’ll have more.'],
    ['narrated past', 'I decided to buy snacks.'],
    ['narrated luck', 'I got to eat.'],
    ['an embedded question', 'I don’t know what I should do.'],
    ['a question', 'Should I quit my job?'],
    ['a standing burden', 'I have to work with landowners.'],
    ['a bare state', 'I want to be loved.'],
    ['a wish to know', 'I need to know what happened.'],
    ['a missed chance', 'I should have called her.'],
    ['a prediction', 'I will be happy when this is over.'],
    ['a way somewhere', 'I am going to the store.'],
    ['self-harm', 'When I am alone, I want to cut myself.'],
    ['a wish to die', 'I am going to end my life.'],
    ['a fear', 'I am afraid that I will hurt him.'],
    ['a rule broken', 'I know that I shouldn’t act like that.'],
    ['a former habit', 'I used to go running every day.'],
    ['a rule to live by', 'I must never make a mistake.'],
  ])('%s is none: "%s"', (_, text) => {
    expect(labels(text, 'action')).toEqual([])
  })
})

describe('insights', () => {
  test.each([
    ['I realized that I always say yes because I fear losing people.', 'I always say yes because I fear losing people'],
    ['It dawned on me that I avoid conflict.', 'I avoid conflict'],
    ['I finally understand why my father was so strict.', 'why my father was so strict'],
    ['What I learned today is that rest matters.', 'rest matters'],
    ['I am starting to see that it was never about the money.', 'it was never about the money'],
  ])('"%s" sees "%s"', (text, expected) => {
    expect(labels(text, 'insight')).toContain(expected)
  })

  test.each([
    'I realized I forgot my keys.',
    'I learned a new song today.',
    'I found out my boyfriend takes medicine.',
    'I learned how to make bread.',
    'She realized that she was late.',
    'Did you realize that it was me?',
    'I wish I realized that I was loved.',
  ])('"%s" is none', (text) => {
    expect(labels(text, 'insight')).toEqual([])
  })
})

describe('beliefs', () => {
  test.each([
    ["I'm such a failure.", "I'm such a failure"],
    ['Nobody cares about me.', 'Nobody cares about me'],
    ['I am not good enough.', 'I am not good enough'],
    ['I always ruin everything.', 'I always ruin everything'],
    ["If I don't pass, everyone will think I'm stupid.", "If I don't pass, everyone will think I'm stupid"],
    ['I believe that everything happens for a reason.', 'everything happens for a reason'],
    ['I will never be happy.', 'I will never be happy'],
    ['Everyone hates me.', 'Everyone hates me'],
    ["It's all my fault.", "It's all my fault"],
    ['People should be on time.', 'People should be on time'],
    ['I must never make a mistake.', 'I must never make a mistake'],
  ])('"%s" holds "%s"', (text, expected) => {
    expect(labels(text, 'belief')).toContain(expected)
  })

  test.each([
    'I think we went to the park at five.',
    'I always have coffee in the morning.',
    'He said I will never be enough.',
    'I believe so.',
    'I believe it.',
    'Work is good.',
    'She loves me too.',
    'Everyone came to the party.',
  ])('"%s" is none', (text) => {
    expect(labels(text, 'belief')).toEqual([])
  })
})

describe('challenges', () => {
  test.each([
    ['I have been struggling to fall asleep lately.', 'trouble falling asleep'],
    ["I can't focus at work.", 'trouble focusing at work'],
    ['The hardest part is not knowing.', 'not knowing'],
    ["I don't have time to cook.", 'having no time to cook'],
    ['I have trouble saying no.', 'trouble saying no'],
    ['I suffered from migraines.', 'suffering from migraines'],
    ['I failed to call her.', 'failing to call her'],
    ['I felt stuck, but I went on.', 'being stuck'],
    ['I am too tired to cook.', 'being too tired to cook'],
    ['It is hard for me not to cry.', 'trouble not crying'],
    ['I can not really sit down and write.', 'trouble sitting down and writing'],
  ])('"%s" is called "%s"', (text, expected) => {
    expect(labels(text, 'challenge')).toContain(expected)
  })

  test.each([
    "I can't wait to see them.",
    "I can't believe she came.",
    'My sister struggles with money.',
    "I'm not struggling anymore.",
    'It was not hard to find.',
  ])('"%s" is none', (text) => {
    expect(labels(text, 'challenge')).toEqual([])
  })
})

test('a label repeats the words of the person and is at most 120 characters long', () => {
  const [label = ''] = labels(`I will write ${'a very long letter '.repeat(20)}tomorrow.`, 'action')
  expect(label).toMatch(/^write a very long letter .*…$/u)
  expect(label.length).toBeLessThanOrEqual(120)
})
