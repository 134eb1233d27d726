/**
 * Gives memory back while nothing happens. V8 collects garbage when it needs room, never because it is idle, so that a
 * server which once read a long text would keep the room for it for ever. Works where `--expose-gc` is set.
 */
import { performance } from 'node:perf_hooks'
import { second } from '#std/duration'

const lookEvery = 15 * second
/** Share of the time that the loop was at work, below which the server counts as idle. */
const idleShare = 0.05
/** Pages come back only after garbage has survived a collection or two; more give nothing. */
const collectionsAfterWork = 3

/** Looks every fifteen seconds. Returns the way to stop that. */
export function giveBackMemory(): () => void {
  const { gc } = globalThis
  if (!gc) return () => {}
  const isTime = createTiming()
  let before = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    if (isTime(performance.eventLoopUtilization(now, before).utilization)) void gc()
    before = now
  }, lookEvery).unref()
  return () => {
    clearInterval(timer)
  }
}

/** Answers, from one look to the next, whether to collect now: a few times after work, never during it. */
export function createTiming() {
  let left = collectionsAfterWork
  return (utilization: number) => {
    if (utilization >= idleShare) left = collectionsAfterWork
    else left -= 1
    return utilization < idleShare && left >= 0
  }
}
