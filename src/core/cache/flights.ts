/** Computations on their way: at most one that counts for each key, shared by all who ask for it meanwhile. */
import { untilAborted } from '#std/abort'

/** The signal is aborted when nobody waits any more, or patience is at its end. */
export type Compute<T> = (signal: AbortSignal) => Promise<T>

export interface Flight<T> {
  key: string
  tags: readonly string[]
  controller: AbortController
  /** Callers that may still give up, and those that never do. */
  waiting: number
  value: Promise<T>
}

export interface Flights<T> {
  find(key: string): Flight<T> | undefined
  /** `land` gets the value, unless something made it old while it was computed. */
  begin(about: { key: string; tags: readonly string[] }, compute: Compute<T>, land: (value: T) => void): Flight<T>
  /** The value, or the signal's reason. Who waits last and gives up ends the computation. */
  join(flight: Flight<T>, signal?: AbortSignal): Promise<T>
  /** What is on its way and bears one of the tags was read too early: nobody finds it any more. */
  outdate(tags: ReadonlySet<string>): void
  clear(): void
}

/** `patience` is how many milliseconds a computation may take. */
export function createFlights<T>(patience: number): Flights<T> {
  const flights = new Map<string, Flight<T>>()
  const isCurrent = (flight: Flight<T>) => flights.get(flight.key) === flight
  const leave = (flight: Flight<T>) => isCurrent(flight) && flights.delete(flight.key)

  return {
    find: (key) => flights.get(key),
    begin(about, compute, land) {
      const { promise: value, resolve } = Promise.withResolvers<T>()
      const flight: Flight<T> = { ...about, controller: new AbortController(), waiting: 0, value }
      flights.set(flight.key, flight)
      const computed = limited(compute, flight.controller, patience).then((result) => {
        if (isCurrent(flight)) land(result)
        return result
      })
      resolve(computed.finally(() => leave(flight)))
      // Whoever waits hears of a failure. When nobody does, it must not end the process.
      value.catch(() => {})
      return flight
    },
    join(flight, signal) {
      flight.waiting += 1
      if (!signal) return flight.value
      return untilAborted(flight.value, signal).finally(() => {
        flight.waiting -= 1
        if (flight.waiting > 0) return
        leave(flight)
        flight.controller.abort(signal.reason)
      })
    },
    outdate(tags) {
      for (const flight of flights.values()) if (flight.tags.some((tag) => tags.has(tag))) leave(flight)
    },
    clear: () => {
      flights.clear()
    },
  }
}

/** Ends in time, even when the computation does not listen to its signal. */
async function limited<T>(compute: Compute<T>, controller: AbortController, patience: number): Promise<T> {
  const late = setTimeout(() => {
    controller.abort(new Error(`A value was not computed within ${patience} ms`))
  }, patience)
  try {
    return await untilAborted(compute(controller.signal), controller.signal)
  } finally {
    clearTimeout(late)
  }
}
