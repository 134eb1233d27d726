/**
 * Finds patterns in a thread of its own, so that years of sessions never hold up who asks for a page. The thread lives
 * for one reading, has its own limits of memory and time, opens nothing, and ends when the job is cancelled.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { minute } from '#std/duration'
import type { QuoteSource } from '../../elements/quote-sources.ts'
import type { Link } from '../../links/links.ts'
import type { ActionPage } from '../reading/action-rows.ts'
import type { RowPage } from '../reading/rows.ts'
import { Found, Outcome, type Order } from './messages.ts'

const longest = 3 * minute
/** What is read is many small things that soon go: with little room for the young most of the time goes into tidying. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 96 }

interface PersonRows {
  pages: AsyncIterable<RowPage>
  actions: AsyncIterable<ActionPage>
  links: readonly Link[]
  /** Texts of these sessions. */
  sources: (ids: readonly string[]) => AsyncIterable<QuoteSource[]>
  /** Whose days the person's are, and which it is there now. */
  zone: string
  today: string
}

/** Rejects when the signal aborts, the time runs out, or the thread fails. `heard` is told how many sessions it has. */
export async function findInThread(
  { pages, actions, zone, links, today, sources }: PersonRows,
  heard: (sessions: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const worker = new Worker(new URL('./patterns-worker.ts', import.meta.url), { resourceLimits })
  const within = AbortSignal.any([signal, AbortSignal.timeout(longest)])
  const ask = async (order: Order): Promise<unknown> => {
    const answer = firstOf(worker, within)
    worker.postMessage(order)
    return answer
  }
  try {
    let sessions = 0
    for await (const page of pages) {
      await ask({ page })
      sessions += page.sessions.length
      heard(sessions)
    }
    for await (const page of actions) await ask({ actions: page, zone })
    const { quoted } = Found.parse(await ask({ links: [...links], today }))
    for await (const page of sources(quoted)) await ask({ sources: page })
    return Outcome.parse(await ask({ isQuoted: true }))
  } finally {
    await worker.terminate()
  }
}

/** The next answer, unless the thread breaks or ends before. */
async function firstOf(worker: Worker, signal: AbortSignal): Promise<unknown> {
  const settled = new AbortController()
  const either = { signal: AbortSignal.any([signal, settled.signal]) }
  const ended = once(worker, 'exit', either).then(() => {
    throw new Error('The thread that finds patterns ended unexpectedly')
  })
  try {
    // `once` rejects by itself when the thread breaks or the signal aborts.
    const messages: unknown[] = await Promise.race([once(worker, 'message', either), ended])
    return messages[0]
  } finally {
    settled.abort()
    await ended.catch(() => undefined)
  }
}
