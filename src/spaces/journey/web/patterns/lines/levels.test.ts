import { describe, expect, it } from 'vitest'
import { levelsOf } from './levels.ts'

const points = [
  { day: '2026-01-01', value: -0.8 },
  { day: '2026-01-10', value: -0.6 },
  { day: '2026-01-20', value: 0 },
  { day: '2026-02-01', value: 0.7 },
]
const turn = { points, from: '2026-01-15', to: '2026-01-25' }

describe('the levels of a turning point', () => {
  it('are the means before and after the days in which it may lie', () => {
    const { before, after } = levelsOf({ ...turn, subjects: [{ kind: 'family', label: 'joy' }] })
    expect(before?.mean).toBeCloseTo(-0.7)
    expect(after?.mean).toBeCloseTo(0.7)
  })

  it('are told in words where they are about how pleasant sessions are', () => {
    const { before, after } = levelsOf({ ...turn, subjects: [{ kind: 'valence', label: 'valence' }] })
    expect([before?.words, after?.words]).toEqual(['heavy', 'pleasant'])
  })

  it('are left out on a side where nothing lies', () => {
    expect(levelsOf({ ...turn, to: '2026-03-01', subjects: [{ kind: 'valence', label: 'valence' }] }).after).toBe(
      undefined,
    )
  })
})
