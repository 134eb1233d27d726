import { describe, expect, it } from 'vitest'
import { elementOf } from '../kinds/example.ts'
import { PlaceInAddress, selectionAt } from './place-in-address.ts'

const span = (start: number) => ({ start, end: start + 1, quote: 'x' })
const fear = elementOf({ id: 'fear', spans: [span(4), span(20)] })
const work = elementOf({ id: 'work', spans: [span(20)] })

describe('a place in the address of a session', () => {
  it('opens the quote of its element that begins there', () => {
    expect(selectionAt([work, fear], { element: fear.id, at: 20 })).toEqual({ elementId: fear.id, place: 1 })
  })

  it('opens the first quote of an element without a place', () => {
    expect(selectionAt([work, fear], { element: fear.id, at: undefined })).toEqual({ elementId: fear.id, place: 0 })
  })

  it('opens whatever begins there when its element is gone', () => {
    expect(selectionAt([fear, work], { element: 'gone', at: 4 })).toEqual({ elementId: fear.id, place: 0 })
  })

  it('opens what begins nearest to a place where nothing does, such as a sentence about something done', () => {
    expect(selectionAt([fear, work], { element: undefined, at: 18 })).toEqual({ elementId: fear.id, place: 1 })
    expect(selectionAt([fear], { element: undefined, at: 500 })).toBeUndefined()
  })

  it('is no place when it is not a number', () => {
    expect(PlaceInAddress.parse({ at: 'here' })).toEqual({ at: undefined })
  })
})
