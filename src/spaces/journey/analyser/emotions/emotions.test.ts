import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'
import { emotionClasses, emotionFamilies, emotionLabels, classOf, familyOf, isEmotionClass } from './names.ts'

const analyser = createAnalyser()

function mentions(text: string): string[] {
  return analyser
    .analyse(text)
    .emotions.map(({ label, experiencer, negated }) => `${negated ? 'not ' : ''}${label} ${experiencer}`)
}

function strength(text: string, label: string): number {
  return analyser.analyse(text).emotions.find((emotion) => emotion.label === label && !emotion.negated)?.score ?? 0
}

describe('whose feeling it is', () => {
  test.each([
    ['I was furious when I saw it.', 'angry self'],
    ['My boss was furious.', 'angry other'],
    ['She is so happy with the new house.', 'happy other'],
    ['He was terrified of the water.', 'afraid other'],
    ['They were grateful for the help.', 'grateful other'],
    ['My sister felt lonely after the move.', 'lonely other'],
    ['My mother is worried about the results.', 'worried other'],
    ['Everyone was shocked.', 'shocked other'],
    ['I am proud of my daughter.', 'proud self'],
    ['I felt ashamed in front of my father.', 'ashamed self'],
    ['We were so relieved when the call came.', 'relieved self'],
    ['She makes me angry.', 'angry self'],
    ['My brother made me so happy today.', 'happy self'],
    ['feeling anxious all day', 'anxious self'],
    ['So grateful for this day.', 'grateful self'],
    ['I’m disgusted by what they did.', 'disgusted self'],
    ['my husband was disappointed', 'disappointed other'],
    ['I am frustrated with my son.', 'frustrated self'],
    ['Her friend is jealous.', 'jealous other'],
    ['I got embarrassed when he laughed.', 'embarrassed self'],
  ])('"%s" says %s', (text, expected) => {
    expect(mentions(text)).toContain(expected)
  })
})

describe('negation', () => {
  test.each([
    ['I am not happy.', 'happy self', 'not happy self'],
    ["I'm not angry at him.", 'angry self', 'not angry self'],
    ['I am not angry anymore.', 'angry self', 'not angry self'],
    ["I don't feel sad today.", 'sad self', 'not sad self'],
    ['I dont feel sad today', 'sad self', 'not sad self'],
    ['I don’t feel sad today.', 'sad self', 'not sad self'],
    ['I was never afraid of the dark.', 'afraid self', 'not afraid self'],
    ["She wasn't excited at all.", 'excited other', 'not excited other'],
    ['I am no longer worried.', 'worried self', 'not worried self'],
    ['I went there without fear.', 'afraid self', 'not afraid self'],
    ["I can't say I was surprised.", 'surprised self', 'not surprised self'],
    ['I am not really ashamed of it.', 'ashamed self', 'not ashamed self'],
    ['He was not grateful.', 'grateful other', 'not grateful other'],
    ['I hardly felt nervous.', 'anxious self', 'not anxious self'],
    ["We weren't disappointed.", 'disappointed self', 'not disappointed self'],
  ])('"%s" does not say %s but %s', (text, absent, present) => {
    expect(mentions(text)).not.toContain(absent)
    expect(mentions(text)).toContain(present)
  })

  test.each([
    ["I couldn't be happier.", 'happy self'],
    ['I have never been so happy.', 'happy self'],
    ['Not only was I tired, I was furious.', 'angry self'],
    ['No wonder I am anxious.', 'anxious self'],
    ["I didn't go, and I was sad.", 'sad self'],
    ['It did not work, but I am proud of it.', 'proud self'],
    ["I can't wait for the weekend!", 'excited self'],
  ])('"%s" still says %s', (text, expected) => {
    expect(mentions(text)).toContain(expected)
  })

  test('a negated pleasant word makes a text less pleasant, not more', () => {
    expect(analyser.analyse('I am happy.').valence).toBeGreaterThan(0)
    expect(analyser.analyse('I am not happy.').valence).toBeLessThanOrEqual(0)
  })
})

describe('intensity', () => {
  test.each([
    ['I am very sad.', 'I am sad.', 'sad'],
    ['I am extremely worried.', 'I am worried.', 'worried'],
    ['I was so angry.', 'I was angry.', 'angry'],
    ['I feel really guilty.', 'I feel guilty.', 'guilty'],
    ['I am happy.', 'I am a bit happy.', 'happy'],
    ['I am anxious.', 'I am slightly anxious.', 'anxious'],
    ['I was confused.', 'I was somewhat confused.', 'confused'],
    ['I am happy.', 'I want to be happy.', 'happy'],
  ])('"%s" is stronger than "%s"', (stronger, weaker, label) => {
    expect(strength(stronger, label)).toBeGreaterThan(strength(weaker, label))
  })
})

describe('how people write', () => {
  test.each([
    ['im soooo happyyyy', 'happy self'],
    ['I MISS HER SO MUCH, I AM HEARTBROKEN', 'sad self'],
    ['😂😂😂', 'amused self'],
    ['best day ever ❤️', 'loving self'],
    ['i cried all night 😭', 'sad self'],
    ['that is disgusting 🤮', 'disgusted self'],
    ['cant believe it', 'surprised self'],
    ['on edge all day', 'anxious self'],
    ['butterflies in my stomach', 'anxious self'],
    ['fed up with the traffic', 'frustrated self'],
    ['what a relief', 'relieved self'],
    ['Thank you for everything.', 'grateful self'],
    ['I had a blast', 'happy self'],
    ['a knot in my stomach', 'anxious self'],
    ['it was boring', 'bored self'],
    ['I realize now how tired I was', 'realizing self'],
    ['overwhelmed by everything on my plate', 'overwhelmed self'],
    ['nostalgic about the old days', 'nostalgic self'],
  ])('"%s" says %s', (text, expected) => {
    expect(mentions(text)).toContain(expected)
  })

  test.each([
    'I went to the shop and bought bread.',
    'The meeting starts at nine.',
    'He lives in the house next to the station.',
    'See the attached file number 4.',
    'We sat down at the table.',
  ])('"%s" says no emotion', (text) => {
    expect(analyser.analyse(text).emotions).toEqual([])
  })
})

describe('crosswalks', () => {
  test('every GoEmotions class has a default label that leads back to it', () => {
    for (const [name, facts] of Object.entries(emotionClasses)) expect(classOf(facts.label)).toBe(name)
  })

  test('there are the 27 classes of GoEmotions', () => {
    expect(Object.keys(emotionClasses)).toHaveLength(27)
  })

  test('every label leads to a family and a class, and every family has a label', () => {
    for (const label of emotionLabels) expect(isEmotionClass(classOf(label))).toBe(true)
    expect(new Set(emotionLabels.map(familyOf))).toEqual(new Set(emotionFamilies))
  })
})
