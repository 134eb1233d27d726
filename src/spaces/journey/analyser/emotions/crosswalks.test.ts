import { describe, expect, test } from 'vitest'
import { coreAffectOf, valenceOfFamily } from './core-affect.ts'
import { emotionSystemSchema } from '../findings.ts'
import { crosswalks, labelsOf, plutchikPrimaries } from './crosswalks.ts'
import { classOf, emotionClasses, emotionFamilies, emotionLabels, type EmotionLabel, familyOf } from './names.ts'

const sizes = { ekman: 6, goemotions: 27, plutchik: 24, geneva: 20, lemotif: 18, 'empathetic-dialogues': 32 }

const opposite: Partial<Record<string, string>> = { pleasant: 'unpleasant', unpleasant: 'pleasant' }

/** What is mixed or neutral has two sides, and may be met on either. */
const isKin = (left: EmotionLabel, right: EmotionLabel) =>
  familyOf(left) === familyOf(right) || opposite[coreAffectOf(left).valence] !== coreAffectOf(right).valence

describe.each(emotionSystemSchema.options)('the crosswalk to %s', (system) => {
  const { names, namesOf } = crosswalks[system]

  test('holds every name of the system once', () => {
    expect(names).toHaveLength(sizes[system])
    expect(new Set(names).size).toBe(names.length)
  })

  test('leads from every label to names of the system', () => {
    for (const label of emotionLabels) {
      expect(namesOf(label), label).not.toEqual([])
      expect(names, label).toEqual(expect.arrayContaining([...namesOf(label)]))
    }
  })

  test('leads from every name to a label', () => {
    expect(names.filter((name) => labelsOf(system, name).length === 0)).toEqual([])
  })

  test('there and back stays in the family, or on the same side of pleasant', () => {
    const strays = emotionLabels.filter((label) => {
      const [back] = labelsOf(system, namesOf(label)[0] ?? '')
      return back === undefined || !isKin(label, back)
    })
    expect(strays).toEqual([])
  })

  test('back and there comes to the name again', () => {
    const lost = names.filter((name) => {
      const [label] = labelsOf(system, name)
      return label === undefined || !namesOf(label).includes(name)
    })
    expect(lost).toEqual([])
  })
})

test('every primary of Plutchik has a mild, a plain and a strong form', () => {
  expect(Object.keys(plutchikPrimaries)).toHaveLength(8)
  for (const forms of Object.values(plutchikPrimaries)) expect(forms).toHaveLength(3)
})

describe('core affect', () => {
  test('no pleasant class has an unpleasant label, nor the other way round', () => {
    const across = emotionLabels.filter((label) => {
      const { pleasantness } = emotionClasses[classOf(label)]
      const { valence } = coreAffectOf(label)
      return (valence === 'pleasant' && pleasantness < 0) || (valence === 'unpleasant' && pleasantness > 0)
    })
    expect(across).toEqual([])
  })

  test('every valence but neutral has a family, and every half of the axes has labels', () => {
    expect(new Set(emotionFamilies.map(valenceOfFamily))).toEqual(new Set(['pleasant', 'unpleasant', 'mixed']))
    const affects = emotionLabels.map(coreAffectOf)
    const quadrants = affects.map(({ valence, arousal }) => `${valence} ${arousal}`)
    expect(new Set(quadrants).size).toBeGreaterThanOrEqual(6)
    expect(new Set(affects.map(({ control, valence }) => `${valence} ${control}`)).size).toBeGreaterThanOrEqual(6)
  })

  test.each([
    { label: 'excited', affect: { valence: 'pleasant', arousal: 'high', control: 'high' } },
    { label: 'calm', affect: { valence: 'pleasant', arousal: 'low', control: 'low' } },
    { label: 'panicked', affect: { valence: 'unpleasant', arousal: 'high', control: 'low' } },
    { label: 'angry', affect: { valence: 'unpleasant', arousal: 'high', control: 'high' } },
    { label: 'sad', affect: { valence: 'unpleasant', arousal: 'low', control: 'low' } },
    { label: 'nostalgic', affect: { valence: 'mixed', arousal: 'low', control: 'low' } },
    { label: 'surprised', affect: { valence: 'neutral', arousal: 'high', control: 'low' } },
  ] as const)(
    '$label is $affect.valence, of $affect.arousal arousal and $affect.control control',
    ({ label, affect }) => {
      expect(coreAffectOf(label)).toEqual(affect)
    },
  )
})
