/**
 * The river of feelings: how wide each family runs along the time, pleasant ones above the middle and heavy ones below.
 * Widths are means of the sessions around (weighted by a bell curve over their distance), so that writing more does not
 * widen the river; where nothing was written for long, it runs thin.
 */
import { timeOf, dayInMs, type Days } from '../../../../../web/kit/charts/days.ts'
import type { PictureSession } from '../../../patterns/contract.ts'
import { rankOf, sideOf, type Side } from '../families.ts'

export interface Stream {
  /** A family, or `other` for what is too small to have a stream of its own. */
  name: string
  side: Side
  /** Its banks at each of `times`: distance from the middle, the inner one first, both above zero. */
  banks: readonly (readonly [inner: number, outer: number])[]
}

export interface River {
  times: readonly number[]
  /** From the middle outwards, pleasant before heavy. */
  streams: readonly Stream[]
  /** The widest that a side gets. */
  widest: Readonly<Record<Side, number>>
}

export const other = 'other'

const samples = 160
const mostStreams = 4
/** A family that makes up less of its side than this has no stream of its own. */
const smallestShare = 0.05
/** The bell curve is as wide as so many pixels, within bounds in days. */
const bell = { pixels: 38, least: 6, most: 120 }
/** With less than this around, the river runs thin. */
const leastAround = 0.35

/** Calmer where there is less room: `width` is in pixels. */
export function riverOf(sessions: readonly PictureSession[], days: Days, width: number): River {
  const times = sampleTimes(days)
  const around = surroundings(sessions, times, bellWidth(days, width))
  const sides = (['pleasant', 'heavy'] as const).map((side) => streamsOf(side, sessions, around))
  const widest = (side: Side) =>
    Math.max(
      0,
      ...sides.flat().flatMap((stream) => (stream.side === side ? stream.banks.map(([, outer]) => outer) : [])),
    )
  return { times, streams: sides.flat(), widest: { pleasant: widest('pleasant'), heavy: widest('heavy') } }
}

function sampleTimes({ from, to }: Days): number[] {
  const [start, end] = [timeOf(from), timeOf(to)]
  return Array.from({ length: samples }, (_, index) => start + ((end - start) * index) / (samples - 1))
}

function bellWidth({ from, to }: Days, width: number) {
  const days = (timeOf(to) - timeOf(from)) / dayInMs
  return Math.min(bell.most, Math.max(bell.least, (days * bell.pixels) / width)) * dayInMs
}

/** For each time, how much every session counts there. */
function surroundings(sessions: readonly PictureSession[], times: readonly number[], width: number): number[][] {
  const days = sessions.map(({ day }) => timeOf(day))
  return times.map((time) => {
    const near = days.map((day) => Math.exp(-(((time - day) / width) ** 2) / 2))
    const all = near.reduce((sum, weight) => sum + weight, 0)
    return near.map((weight) => weight / Math.max(all, leastAround))
  })
}

function streamsOf(side: Side, sessions: readonly PictureSession[], around: readonly number[][]): Stream[] {
  const { own, rest } = chooseFamilies(side, sessions)
  const named = own.map((family) => ({ name: family, families: [family] }))
  const gathered = rest.length > 0 ? [...named, { name: other, families: rest }] : named
  const reached = around.map(() => 0)
  return gathered.map(({ name, families }) => {
    const weights = sessions.map((session) =>
      families.reduce((sum, family) => sum + (session.families[family] ?? 0), 0),
    )
    const banks = around.map((counts, index): [number, number] => {
      const inner = reached[index] ?? 0
      const outer = inner + counts.reduce((sum, count, place) => sum + count * (weights[place] ?? 0), 0)
      reached[index] = outer
      return [inner, outer]
    })
    return { name, side, banks }
  })
}

function chooseFamilies(side: Side, sessions: readonly PictureSession[]) {
  const totals = new Map<string, number>()
  for (const { families } of sessions) {
    for (const [family, weight] of Object.entries(families)) {
      if (sideOf(family) === side && weight > 0) totals.set(family, (totals.get(family) ?? 0) + weight)
    }
  }
  const all = [...totals.values()].reduce((sum, weight) => sum + weight, 0)
  const byWeight = [...totals].sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
  const large = byWeight.filter(([, weight], index) => index < mostStreams && weight / all >= smallestShare)
  const own = large.map(([family]) => family).sort((a, b) => rankOf(a) - rankOf(b))
  return { own, rest: byWeight.map(([family]) => family).filter((family) => !own.includes(family)) }
}
