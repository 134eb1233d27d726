/**
 * Group commit: bodies that wait together run one after another as savepoints and share one COMMIT, so that many
 * durable writes cost one flush of the disk. A body that throws is rolled back alone; callers are answered after the
 * commit. Measured elsewhere as 2.4 times the throughput of one commit each through a whole server.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { DatabaseSync } from 'node:sqlite'
import { second } from '#std/duration'
import type { Log } from '#core/observability'
import { createListeners } from './listeners.ts'

/** Milliseconds; nothing else is done meanwhile. */
const longestGroup = 4
const slowBody = second

interface Waiting {
  body: () => Promise<unknown>
  settle: (outcome: Outcome) => void
}
type Outcome = { value: unknown } | { error: unknown }
interface Ran {
  waiting: Waiting
  outcome: Outcome
}

export interface GroupCommit {
  run<T>(body: () => Promise<T>): Promise<T>
  onCommit(listener: () => void): () => void
  /** Resolves when nothing waits any more. */
  drain(): Promise<void>
}

interface Needs {
  connection: DatabaseSync
  log: Log
  /** Bodies that share one commit at most; 128 unless told. */
  mostBodies?: number | undefined
  /** Hears how many writes shared a commit, and how long they took. */
  committed?: ((writes: number, seconds: number) => void) | undefined
}

export function createGroupCommit({ connection, log, mostBodies = 128, committed = () => {} }: Needs): GroupCommit {
  const queue: Waiting[] = []
  const listeners = createListeners<undefined>(log)
  let pump: Promise<void> | undefined
  const outside = AsyncLocalStorage.snapshot()

  async function pumpAll() {
    await new Promise((resolve) => setImmediate(resolve))
    while (queue.length > 0) {
      await commitGroup({ connection, queue, log, mostBodies, committed })
      listeners.tell(undefined)
      await new Promise((resolve) => setImmediate(resolve))
    }
    pump = undefined
  }

  return {
    run<T>(body: () => Promise<T>) {
      return new Promise<T>((resolve, reject) => {
        let value: T
        const settle = (outcome: Outcome) => ('error' in outcome ? reject(outcome.error) : resolve(value))
        // Each body runs for its own caller, not for whoever happened to wake the pump.
        queue.push({ body: AsyncLocalStorage.bind(async () => (value = await body())), settle })
        pump ??= outside(pumpAll)
      })
    },
    onCommit: listeners.add,
    async drain() {
      while (pump) await pump
    },
  }
}

interface Group {
  connection: DatabaseSync
  queue: Waiting[]
  log: Log
  mostBodies: number
  committed: (writes: number, seconds: number) => void
}

async function commitGroup({ connection, queue, log, mostBodies, committed }: Group) {
  const ran: Ran[] = []
  const started = performance.now()
  try {
    connection.exec('begin immediate')
    do {
      const waiting = queue.shift()
      if (!waiting) break
      const entry: Ran = { waiting, outcome: { error: new Error('The write was interrupted') } }
      ran.push(entry)
      entry.outcome = await runBody({ connection, body: waiting.body, log })
    } while (ran.length < mostBodies && performance.now() < started + longestGroup)
    connection.exec('commit')
  } catch (error) {
    if (connection.isOpen && connection.isTransaction) connection.exec('rollback')
    // Nothing of this group is on the disk: whoever succeeded must hear the failure, whoever was first in line too.
    const lost = ran.length > 0 ? ran.map((entry) => entry.waiting) : queue.splice(0, mostBodies)
    for (const { settle } of lost) settle({ error })
    return
  }
  committed(ran.length, (performance.now() - started) / second)
  for (const { waiting, outcome } of ran) waiting.settle(outcome)
}

/** Runs one body in a savepoint. Throws only when the transaction itself is gone. */
async function runBody({ connection, body, log }: { connection: DatabaseSync; body: Waiting['body']; log: Log }) {
  const started = performance.now()
  connection.exec('savepoint body')
  const outcome = await body().then(
    (value): Outcome => ({ value }),
    (error: unknown): Outcome => ({ error }),
  )
  if ('error' in outcome) {
    if (!connection.isTransaction) throw outcome.error
    connection.exec('rollback to body')
  }
  connection.exec('release body')
  const took = performance.now() - started
  if (took > slowBody) log.warn({ took: Math.round(took) }, 'a write kept all other writers waiting')
  return outcome
}
