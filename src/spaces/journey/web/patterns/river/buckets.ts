/** Sessions gathered by week or, over a long time, by month: the places where the river can be opened. */
import { dayAfter, dayInMs, timeOf, type Days } from '../../../../../web/kit/charts/days.ts'
import type { PictureSession } from '../../../patterns/contract.ts'

export interface Bucket {
  from: string
  /** The day after its last. */
  until: string
  sessions: readonly PictureSession[]
}

export type Grain = 'week' | 'month'

const longestByWeek = 400

export const grainOf = ({ from, to }: Days): Grain =>
  (timeOf(to) - timeOf(from)) / dayInMs > longestByWeek ? 'month' : 'week'

/** Only those that hold a session, in order of time. */
export function bucketsOf(sessions: readonly PictureSession[], grain: Grain): Bucket[] {
  const byStart = Map.groupBy(sessions, ({ day }) => (grain === 'week' ? mondayOf(day) : `${day.slice(0, 7)}-01`))
  return [...byStart]
    .map(([from, held]) => ({ from, until: grain === 'week' ? dayAfter(from, 7) : monthAfter(from), sessions: held }))
    .sort((a, b) => a.from.localeCompare(b.from))
}

function mondayOf(day: string) {
  const weekday = new Date(timeOf(day)).getUTCDay()
  return dayAfter(day, -((weekday + 6) % 7))
}

const monthAfter = (day: string) => `${dayAfter(day, 31).slice(0, 7)}-01`

/** How much each family weighs in the sessions, on average. */
export function meanOf(sessions: readonly PictureSession[], family: string): number {
  if (sessions.length === 0) return 0
  return sessions.reduce((sum, { families }) => sum + (families[family] ?? 0), 0) / sessions.length
}

/** The families that are felt in the sessions. */
export const familiesOf = (sessions: readonly PictureSession[]): string[] => [
  ...new Set(sessions.flatMap(({ families }) => Object.keys(families).filter((family) => (families[family] ?? 0) > 0))),
]
