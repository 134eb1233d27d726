/**
 * Room on the disk that holds the data folder. Before it runs out, writes are refused (507) while everything can still
 * be read and deleted; a ballast file is given back when it is really full, and made again when there is room. It looks
 * every few seconds and before a write. It leaves to others which of their work can wait (`isLow`).
 */
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Footprint } from '#contract/endpoint'
import { Problem } from '#contract/problem'
import { second } from '#std/duration'
import { createLoop } from '#std/loop'
import type { Log } from '#core/observability'
import { createBallast } from './ballast.ts'
import { noRoom } from './contract.ts'
import { isServed, levelOf, thresholdsOf, type Level } from './level.ts'

export interface Disk {
  /** Whether it was below the reserve when it was last looked at, a few seconds ago. */
  isLow(): boolean
  /** Refuses (507) what there is no room for. What has no footprint given may take any room. */
  admit(footprint?: Footprint): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** Bytes that may still be taken, and of the whole disk. */
export type ReadSpace = () => Promise<{ free: number; total: number }>

interface Needs {
  /** The data folder. */
  folder: string
  /** `auto` or megabytes. */
  reserve: 'auto' | number
  log: Log
  now: () => number
  readSpace?: ReadSpace | undefined
}

const lookEvery = 5 * second
/** A look that is younger than this is believed: many writes share one. */
const freshFor = second

export function createDisk(needs: Needs): Disk {
  const watch = createWatch(needs, () => {
    keep.wake()
  })
  const keep = createLoop(watch.keep, (error) => needs.log.error({ err: error }, 'the disk could not be looked after'))
  let timer: NodeJS.Timeout | undefined
  return {
    isLow: () => watch.level() !== 'enough',
    async admit(footprint) {
      await watch.refresh()
      if (isServed(watch.level(), footprint)) return
      throw new Problem(
        noRoom,
        'The disk of this Cairn is almost full, so nothing new is taken in; nothing of this was kept. ' +
          'Everything can still be read and deleted. Whoever runs it has to make room.',
      )
    },
    async start() {
      await watch.refresh()
      timer = setInterval(keep.wake, lookEvery).unref()
      keep.wake()
    },
    async stop() {
      clearInterval(timer)
      await keep.stop()
    },
  }
}

function createWatch({ folder, reserve, log, now, readSpace = () => spaceOf(folder) }: Needs, onChange: () => void) {
  const ballast = createBallast(join(folder, 'ballast'))
  let level: Level = 'enough'
  let lookedAt = -Infinity
  let looking: ReturnType<typeof look> | undefined

  async function look() {
    const { free, total } = await readSpace()
    const thresholds = thresholdsOf(reserve, total)
    const missing = Math.max(0, thresholds.ballast - (await ballast.size()))
    const next = levelOf(free, missing, thresholds)
    if (next === 'full') await ballast.release()
    lookedAt = now()
    if (next === level) return thresholds
    log.warn({ room: next, was: level, free, ...thresholds }, 'the room on the disk has changed')
    level = next
    onChange()
    return thresholds
  }
  const lookOnce = () => (looking ??= look().finally(() => (looking = undefined)))

  return {
    level: () => level,
    async refresh() {
      if (now() - lookedAt < freshFor) return
      // A disk that cannot be asked is used as before: whether it is full will show.
      await lookOnce().catch((error: unknown) => {
        log.error({ err: error }, 'the disk could not be looked at')
      })
    },
    /** One look, and one part of the ballast. Answers whether there is more to do. */
    async keep() {
      const thresholds = await lookOnce()
      return level === 'enough' && ballast.adjust(thresholds.ballast)
    },
  }
}

async function spaceOf(folder: string) {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, total: blocks * bsize }
}
