import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'
import type { ElementFinding } from '../findings.ts'

const analyser = createAnalyser()

function firstOf<Kind extends ElementFinding['kind']>(text: string, kind: Kind) {
  const isOfKind = (element: ElementFinding): element is Extract<ElementFinding, { kind: Kind }> =>
    element.kind === kind
  const found = analyser.analyse(text).elements.find(isOfKind)
  if (!found) throw new Error(`No ${kind} was found in "${text}".`)
  return found
}

describe('beliefs', () => {
  test.each([
    ["Maybe I'm not such a failure.", 'questioned'],
    ['Is it really true that nobody likes me?', 'questioned'],
    ['Am I really such a burden?', 'questioned'],
    ['Who says I have to be perfect?', 'questioned'],
    ['I wonder whether I really have to please everyone.', 'questioned'],
    ['I used to think I was worthless, but now I know better.', 'revised'],
    ['I no longer believe that I have to be perfect.', 'revised'],
    ["I don't believe I am a failure anymore.", 'revised'],
    ['I thought I had to do everything alone, but that was not true.', 'revised'],
    ['I am a failure.', 'held'],
    ['I am allowed to rest.', 'held'],
    ['I have always been a failure.', 'held'],
  ])('"%s" is %s', (text, standing) => {
    expect(firstOf(text, 'belief').belief.standing).toBe(standing)
  })

  test.each([
    ['I am allowed to rest.', 'supporting'],
    ['I can handle this.', 'supporting'],
    ['I deserve to be loved.', 'supporting'],
    ['It is okay to say no.', 'supporting'],
    ['I am worthless.', 'limiting'],
    ['Nobody cares about me.', 'limiting'],
    ['People should be on time.', 'limiting'],
    ['The most important thing in life is family.', 'neutral'],
  ])('"%s" is %s', (text, stance) => {
    expect(firstOf(text, 'belief').belief.stance).toBe(stance)
  })

  test.each([
    ['I am a burden.', 'self', 'core'],
    ['People are selfish.', 'others', 'core'],
    ['Life is unfair.', 'world', 'core'],
    ['I will never be happy.', 'future', 'core'],
    ['I should be stronger.', 'self', 'rule'],
    ['If I say no, they will leave me.', 'self', 'rule'],
    ['My boss thinks I am lazy.', 'others', 'assumption'],
    ['Family is everything.', 'world', 'value'],
  ])('"%s" is about %s, a %s', (text, about, form) => {
    expect(firstOf(text, 'belief').belief).toMatchObject({ about, form })
  })

  test.each([
    ['I guess I am a failure.', 'hedged'],
    ['I am a failure.', 'plain'],
    ['I always ruin everything.', 'absolute'],
  ])('"%s" is %s', (text, strength) => {
    expect(firstOf(text, 'belief').belief.strength).toBe(strength)
  })
})

describe('challenges', () => {
  test.each([
    ['I struggle to fall asleep.', 'internal'],
    ['I have trouble trusting people.', 'relational'],
    ["I can't keep up with my bills.", 'practical'],
    ["I don't have money for rent.", 'practical'],
    ['I have a hard time talking to my mother.', 'relational'],
    ['I am stuck in my own head.', 'internal'],
  ])('"%s" is %s', (text, nature) => {
    expect(firstOf(text, 'challenge').challenge.nature).toBe(nature)
  })

  test.each([
    ['I am constantly struggling with panic.', 'severe'],
    ['I struggle with panic.', 'marked'],
    ['I struggle a bit with panic.', 'mild'],
  ])('"%s" is %s', (text, severity) => {
    expect(firstOf(text, 'challenge').challenge.severity).toBe(severity)
  })

  test.each([
    ["It's slowly getting easier to fall asleep.", 'easing'],
    ['I am getting better at saying no.', 'easing'],
    ['I struggle to sleep, but it is getting better.', 'easing'],
    ['I finally managed to call him after months of struggling.', 'resolved'],
    ['I used to struggle with flying, but now I enjoy it.', 'resolved'],
    ['I overcame my fear of dogs.', 'resolved'],
    ['I no longer struggle with food.', 'resolved'],
    ['I struggle with food.', 'open'],
  ])('"%s" is %s', (text, standing) => {
    expect(firstOf(text, 'challenge').challenge.standing).toBe(standing)
  })
})

test.each([
  ['I realized that I eat because I am lonely.', 'cause'],
  ['I noticed that I eat when I am lonely.', 'pattern'],
  ['I finally understand why I was so angry.', 'cause'],
  ['I noticed that I always say yes.', 'pattern'],
  ['I realized that whenever I am tired I snap at the kids.', 'pattern'],
  ['I realized it was never about the money.', 'reframe'],
  ["It hit me that I don't have to be perfect.", 'reframe'],
  ['I realized that I need to leave this job.', 'decision'],
  ['What I learned today is that rest matters.', 'lesson'],
  ['I learned that asking early is better.', 'lesson'],
])('"%s" is an insight of the sort %s', (text, sort) => {
  expect(firstOf(text, 'insight').insight.sort).toBe(sort)
})

test.each([
  ['I will call my sister tomorrow and', 'action', 'call my sister tomorrow'],
  ['I am a failure, you know', 'belief', 'I am a failure'],
  ['I have trouble saying no, lol', 'challenge', 'trouble saying no'],
] as const)('the label of "%s" ends with what is said', (text, kind, label) => {
  expect(firstOf(text, kind).label).toBe(label)
})
