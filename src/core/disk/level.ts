/** How much room there is, judged from figures alone. All sizes are bytes. */
import type { Footprint } from '#contract/endpoint'

const megabyte = 1024 * 1024
const usualReserve = 512 * megabyte
/** Of a small disk the reserve is this part. */
const smallestShare = 0.02
/** 64 MB of the usual reserve: enough for thousands of deletions in the log of the record. */
const shareOfBallast = 1 / 8

/** `low`: below the reserve, nothing new is taken in. `full`: only what frees room is served. */
export type Level = 'enough' | 'low' | 'full'

export interface Thresholds {
  reserve: number
  ballast: number
}

/** `setting` is `auto` or a number of megabytes; 0 keeps nothing free and no ballast. */
export function thresholdsOf(setting: 'auto' | number, total: number): Thresholds {
  const reserve = setting === 'auto' ? Math.min(usualReserve, total * smallestShare) : setting * megabyte
  return { reserve: Math.floor(reserve), ballast: Math.floor(reserve * shareOfBallast) }
}

/**
 * `missing` is how much of the ballast is not on the disk. It is counted as taken, so that giving the ballast back (or
 * making it again) never changes the level by itself.
 */
export function levelOf(free: number, missing: number, { reserve, ballast }: Thresholds): Level {
  const room = free - missing
  if (room >= reserve) return 'enough'
  return room >= ballast ? 'low' : 'full'
}

export function isServed(level: Level, footprint: Footprint | undefined): boolean {
  switch (level) {
    case 'enough':
      return true
    case 'low':
      return footprint !== undefined
    case 'full':
      return footprint === 'frees'
  }
}
