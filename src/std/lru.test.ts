import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLru } from './lru.ts'

const sized = (size: number) => ({ size })

test('what was used least recently makes room for the next', () => {
  const gone: string[] = []
  const lru = createLru({ most: 2, mostSize: 100, onGone: (key) => gone.push(key) })
  lru.set('a', sized(1))
  lru.set('b', sized(1))
  lru.get('a')
  lru.set('c', sized(1))
  expect({ gone, a: lru.get('a'), b: lru.get('b') }).toEqual({ gone: ['b'], a: sized(1), b: undefined })
})

test('a large value drives out as many as it must, and one that never fits is not kept', () => {
  const lru = createLru({ most: 10, mostSize: 10 })
  for (const key of ['a', 'b', 'c']) lru.set(key, sized(3))
  lru.set('large', sized(7))
  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([undefined, undefined, sized(3)])
  lru.set('c', sized(11))
  expect({ count: lru.count(), size: lru.size(), c: lru.get('c') }).toEqual({ count: 1, size: 7, c: undefined })
})

test('whatever is done, the limits hold and the sizes add up', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const act = fc.record({ key, size: fc.nat(6), what: fc.constantFrom('set', 'get', 'remove', 'clear') })
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const there = new Map<string, number>()
      const lru = createLru<{ size: number }>({ most: 3, mostSize: 10, onGone: (gone) => there.delete(gone) })
      for (const { key, size, what } of acts) {
        if (what === 'set') {
          lru.set(key, { size })
          there.set(key, size)
        } else if (what === 'clear') lru.clear()
        else lru[what === 'get' ? 'get' : 'remove'](key)
        expect(lru.count()).toBe(there.size)
        expect(lru.size()).toBe([...there.values()].reduce((sum, each) => sum + each, 0))
        expect(lru.count() <= 3 && lru.size() <= 10).toBe(true)
      }
    }),
  )
})
