/** Passing news inside this process. Losing one costs nothing: the next, or the log, tells the same. */
export interface Signal {
  topic: string
  owner: string
  name: string
  payload: Record<string, unknown>
}

export interface Signals {
  publish(signal: Signal): void
  /** Returns the way to stop listening. */
  listen(listener: (signal: Signal) => void): () => void
}

export function createSignals(): Signals {
  const listeners = new Set<(signal: Signal) => void>()
  return {
    publish(signal) {
      for (const listener of listeners) listener(signal)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
