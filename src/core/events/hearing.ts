/** Passes the log on inside this process, from its start on: for caches and live connections, which keep no cursor. */
import { second } from '#std/duration'
import { createLoop } from '#std/loop'
import type { Db } from '#core/db'
import type { StoredEvent } from './event.ts'

interface Needs {
  db: Db
  after: (position: number, limit: number) => Promise<StoredEvent[]>
  log: { error: (fields: object, words: string) => void }
}
type Hear = (event: StoredEvent) => Promise<void> | void

const batch = 500
/** Commits of other processes are told at once as a rule, and are looked for so often in any case. */
const lookEvery = second

export function createHearing({ db, after, log }: Needs) {
  const listeners = new Set<Hear>()
  let position = 0
  let stopListening = () => {}
  let timer: NodeJS.Timeout | undefined
  const report = (error: unknown) => {
    log.error({ err: error }, 'an event was not heard')
  }
  const tell = async (event: StoredEvent) => {
    for (const hear of listeners) await (async () => hear(event))().catch(report)
  }
  const loop = createLoop(async () => {
    const fresh = await after(position, batch)
    for (const event of fresh) await tell(event)
    position = fresh.at(-1)?.position ?? position
    return fresh.length === batch
  }, report)

  return {
    add(hear: Hear) {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    async start(from: number) {
      position = from
      stopListening = db.onCommit(loop.wake)
      timer = setInterval(loop.wake, lookEvery).unref()
      loop.wake()
    },
    async stop() {
      stopListening()
      clearInterval(timer)
      await loop.stop()
    },
  }
}
