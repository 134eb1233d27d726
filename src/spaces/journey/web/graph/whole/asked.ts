/** What of the graph is asked for: kinds and months as the page holds them, days as the api takes them. */
import type { GraphKind } from '../../../contract.ts'

export interface Asked {
  kinds: readonly GraphKind[]
  /** `2026-03`, or empty where there is no bound. */
  from: string
  to: string
}

/** Everything but the person, on whom all hangs. */
export const shownKinds = [
  'emotion',
  'topic',
  'belief',
  'challenge',
  'insight',
  'action',
  'session',
  'family',
  'domain',
  'valence',
] as const satisfies readonly GraphKind[]

/** What was found; sessions and what stands above crowd the picture, so they are there to be switched on. */
export const askedAtFirst: Asked = { kinds: shownKinds.slice(0, 6), from: '', to: '' }

export function queryOf({ kinds, from, to }: Asked) {
  return {
    kinds: kinds.join(','),
    ...(from !== '' && { from: `${from}-01` }),
    ...(to !== '' && { to: lastDayOf(to) }),
  }
}

function lastDayOf(month: string) {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
