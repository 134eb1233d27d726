/**
 * Passing news, in this process and to the others on the same record. Losing one costs nothing: the next, or the log,
 * tells the same.
 */
import { z } from 'zod'
import type { Db } from '#core/db'
import { fromJson, toJson } from '#std/json'

const Signal = z.object({
  topic: z.string(),
  owner: z.string(),
  name: z.string(),
  payload: z.record(z.string(), z.unknown()),
})
export type Signal = z.infer<typeof Signal>

export interface Signals {
  publish(signal: Signal): void
  /** Returns the way to stop listening. */
  listen(listener: (signal: Signal) => void): () => void
}

export function createSignals({ db }: { db: Pick<Db, 'broadcast' | 'onBroadcast'> }): Signals {
  const listeners = new Set<(signal: Signal) => void>()
  let isListening = false
  const tell = (signal: Signal) => {
    for (const listener of listeners) listener(signal)
  }
  return {
    publish(signal) {
      tell(signal)
      db.broadcast(toJson(signal))
    },
    listen(listener) {
      if (!isListening) db.onBroadcast((message) => tell(fromJson(Signal, message)))
      isListening = true
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
