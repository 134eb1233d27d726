import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'
import { readSuite } from '../suites/suite.ts'

const analyser = createAnalyser()

const elementsIn = (text: string) => analyser.analyse(text).elements

describe('challenges', () => {
  const rows = readSuite('challenges').map(([nature, standing, label, words, sentence = '']) => ({
    nature,
    standing,
    label,
    words,
    sentence,
  }))

  test.each(rows.filter(({ nature }) => nature !== 'none'))('"$sentence": $label', ({ sentence, ...row }) => {
    const found = elementsIn(sentence).flatMap((element) =>
      element.kind === 'challenge' ? [{ label: element.label, ...element.challenge }] : [],
    )
    expect(found).toEqual([expect.objectContaining(row)])
  })

  test.each(rows.filter(({ nature }) => nature === 'none'))('"$sentence" tells of none', ({ sentence }) => {
    expect(elementsIn(sentence).filter(({ kind }) => kind === 'challenge')).toEqual([])
  })
})

describe('insights', () => {
  const rows = readSuite('insights').map(([sort, what, sentence = '']) => ({ sort, what, sentence }))

  test.each(rows.filter(({ sort }) => sort !== 'none'))('"$sentence": $what', (row) => {
    const found = elementsIn(row.sentence).flatMap((element) =>
      element.kind === 'insight' ? [{ label: element.label, sort: element.insight.sort }] : [],
    )
    expect(found).toEqual([{ label: row.what, sort: row.sort }])
  })

  test.each(rows.filter(({ sort }) => sort === 'none'))('"$sentence" tells of none', ({ sentence }) => {
    expect(elementsIn(sentence).filter(({ kind }) => kind === 'insight')).toEqual([])
  })
})
