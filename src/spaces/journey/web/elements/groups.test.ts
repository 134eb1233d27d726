import { describe, expect, it } from 'vitest'
import { elementOf } from '../kinds/example.ts'
import { groupElements, neighbourOf } from './groups.ts'

const at = (start: number) => [{ start, end: start + 1, quote: 'x' }]

describe('groups of elements', () => {
  it('come in the order of the kinds and leave out kinds without elements', () => {
    const elements = [elementOf({ kind: 'action' }), elementOf({ kind: 'emotion' })]
    expect(groupElements(elements).map(({ kind }) => kind)).toEqual(['emotion', 'action'])
  })

  it('list feelings by strength and sentences by place', () => {
    const elements = [
      elementOf({ label: 'sad', confidence: 0.3 }),
      elementOf({ label: 'angry', confidence: 0.9 }),
      elementOf({ kind: 'insight', label: 'later', spans: at(50), confidence: 0.9 }),
      elementOf({ kind: 'insight', label: 'sooner', spans: at(2), confidence: 0.1 }),
    ]
    const labels = groupElements(elements).map(({ standing }) => standing.map(({ label }) => label))
    expect(labels).toEqual([
      ['angry', 'sad'],
      ['sooner', 'later'],
    ])
  })

  it('fold rejected elements away', () => {
    const [group] = groupElements([elementOf({ status: 'rejected' }), elementOf({ status: 'confirmed' })])
    expect([group?.standing.length, group?.rejected.length]).toEqual([1, 1])
  })
})

describe('the neighbour', () => {
  it('is found in both directions and stops at the ends', () => {
    expect(neighbourOf(['a', 'b'], 'a', 1)).toBe('b')
    expect(neighbourOf(['a', 'b'], 'b', 1)).toBe('b')
    expect(neighbourOf(['a', 'b'], 'a', -1)).toBe('a')
  })

  it('without a current one is the first or the last', () => {
    expect(neighbourOf(['a', 'b'], undefined, 1)).toBe('a')
    expect(neighbourOf(['a', 'b'], undefined, -1)).toBe('b')
    expect(neighbourOf<string>([], undefined, 1)).toBeUndefined()
  })
})
