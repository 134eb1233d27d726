import { describe, expect, it } from 'vitest'
import type { PictureSession } from '../../../patterns/contract.ts'
import { sessionOf } from '../example.ts'
import { bucketsOf, grainOf, meanOf } from './buckets.ts'
import { roomFor } from './label.ts'
import { riverOf, type River } from './river.ts'

const days = { from: '2026-01-01', to: '2026-04-01' }
const flow = (sessions: PictureSession[]) => riverOf(sessions, days, 1000)
const widthAt = (river: River, name: string, index: number) => {
  const [inner = 0, outer = 0] = river.streams.find((stream) => stream.name === name)?.banks[index] ?? []
  return outer - inner
}
const names = (sessions: PictureSession[]) => flow(sessions).streams.map(({ side, name }) => `${side} ${name}`)

describe('the river of feelings', () => {
  it('lays pleasant families above and heavy ones below, the quietest at the middle', () => {
    const families = { joy: 1, calm: 1, anger: 1, sadness: 1 }
    expect(names([sessionOf({ day: '2026-02-01', families })])).toEqual([
      'pleasant calm',
      'pleasant joy',
      'heavy sadness',
      'heavy anger',
    ])
  })

  it('is as wide for many sessions of one day as for one of them', () => {
    const one = sessionOf({ day: '2026-02-15', families: { joy: 2 } })
    const [alone, often] = [flow([one]), flow(Array.from({ length: 9 }, () => one))]
    expect(often.widest.pleasant).toBeCloseTo(2)
    expect(alone.widest.pleasant).toBeCloseTo(2)
  })

  it('follows its families along the time', () => {
    const river = flow([
      sessionOf({ day: '2026-01-02', families: { anger: 2 } }),
      sessionOf({ day: '2026-03-30', families: { calm: 2 } }),
    ])
    const last = river.times.length - 1
    expect(widthAt(river, 'anger', 0)).toBeGreaterThan(1.9)
    expect(widthAt(river, 'anger', last)).toBeLessThan(0.01)
    expect(widthAt(river, 'calm', last)).toBeGreaterThan(1.9)
  })

  it('runs dry where nothing was written for long', () => {
    const river = flow([
      sessionOf({ day: '2026-01-01', families: { joy: 1 } }),
      sessionOf({ day: '2026-04-01', families: { joy: 1 } }),
    ])
    expect(widthAt(river, 'joy', Math.floor(river.times.length / 2))).toBeLessThan(0.01)
  })

  it('gathers what is too small into one stream at the bank', () => {
    const families = { joy: 20, love: 10, pride: 8, calm: 6, interest: 5, gratitude: 0.1 }
    expect(names([sessionOf({ day: '2026-02-01', families })])).toEqual([
      'pleasant calm',
      'pleasant love',
      'pleasant pride',
      'pleasant joy',
      'pleasant other',
    ])
  })

  it('is empty without sessions', () => {
    expect(flow([])).toMatchObject({ streams: [], widest: { pleasant: 0, heavy: 0 } })
  })
})

describe('the name of a stream', () => {
  const room = (widths: number[], middles: number[] = []) =>
    roomFor(
      widths.map((width, index) => ({ width, middle: middles[index] ?? 0 })),
      { length: 20, height: 12, step: 10 },
    )

  it('lies where the stream is wide enough for all of it', () => {
    expect(room([2, 2, 20, 2, 18, 19, 18, 2, 2])).toEqual({ from: 4, to: 6 })
  })

  it('rather lies where the stream is level', () => {
    expect(room([20, 20, 20, 20, 18, 18, 18, 18], [0, 0, 20, 40, 40, 40, 40, 40])).toEqual({ from: 3, to: 5 })
  })

  it('is left out where it does not fit, and never reaches over an end', () => {
    expect(room([2, 20, 2, 20, 2])).toBeUndefined()
    expect(room([20, 20, 20])).toBeUndefined()
  })
})

describe('the places where the river opens', () => {
  it('are weeks from Monday in a short time and months in a long one', () => {
    expect(grainOf({ from: '2026-01-01', to: '2026-12-31' })).toBe('week')
    expect(grainOf({ from: '2021-01-01', to: '2026-01-01' })).toBe('month')
    const sessions = ['2026-03-01', '2026-03-02', '2026-03-08'].map((day) => sessionOf({ day }))
    expect(bucketsOf(sessions, 'week').map(({ from, until }) => [from, until])).toEqual([
      ['2026-02-23', '2026-03-02'],
      ['2026-03-02', '2026-03-09'],
    ])
    expect(bucketsOf(sessions, 'month')).toMatchObject([{ from: '2026-03-01', until: '2026-04-01' }])
  })

  it('tell the mean of a family over all their sessions', () => {
    const sessions = [sessionOf({ families: { joy: 3 } }), sessionOf({})]
    expect(meanOf(sessions, 'joy')).toBe(1.5)
    expect(meanOf([], 'joy')).toBe(0)
  })
})
