/**
 * News between the processes on a PostgreSQL record, by LISTEN and NOTIFY: that something was committed, and messages
 * that may be lost. Who tells does not hear it again.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { second } from '#std/duration'
import type { Log } from '#core/observability'
import { createListeners } from './listeners.ts'
import { connectionOf } from './postgres-connection.ts'

const channel = 'cairn_news'
/** Commits within so many milliseconds are told to the others as one. */
const gatherFor = 5
const connectAgainAfter = second
/** PostgreSQL takes less than 8,000 bytes in one notification. */
const longestMessage = 7500

export function createNews({ url, log }: { url: string; log: Log }) {
  const commits = createListeners<undefined>(log)
  const messages = createListeners<string>(log)
  const wire = createWire(url, {
    heard: (message) => (message === '' ? commits.tell(undefined) : messages.tell(message)),
    lost(error) {
      log.warn({ err: error }, 'commits of other processes are not heard; they are looked for instead')
    },
  })
  let timer: NodeJS.Timeout | undefined
  const tellOthers = () => {
    timer = undefined
    wire.tell('')
  }
  return {
    onCommit(listener: () => void) {
      wire.open()
      return commits.add(listener)
    },
    /** After a commit of this process. */
    committed() {
      commits.tell(undefined)
      timer ??= setTimeout(tellOthers, gatherFor)
    },
    broadcast(message: string) {
      if (Buffer.byteLength(message) <= longestMessage) wire.tell(message)
    },
    onBroadcast(listener: (message: string) => void) {
      wire.open()
      return messages.add(listener)
    },
    async close() {
      clearTimeout(timer)
      await wire.close()
    },
  }
}

interface Hooks {
  /** An empty message says that something was committed. */
  heard(message: string): void
  lost(error: unknown): void
}

/** One connection that listens and tells, opened again when it is lost. It takes one statement at a time. */
function createWire(url: string, { heard, lost }: Hooks) {
  const self = randomUUID()
  let client: pg.Client | undefined
  let isClosed = false
  let busy: Promise<unknown> = Promise.resolve()

  const lose = (error: unknown) => {
    if (isClosed || !client) return
    lost(error)
    void client.end().catch(() => undefined)
    client = undefined
    setTimeout(open, connectAgainAfter).unref()
  }
  function open() {
    if (isClosed || client) return
    client = openListener(url, {
      lost: lose,
      heard: (payload) => !payload.startsWith(self) && heard(payload.slice(self.length)),
    })
    const opened = client
    busy = opened
      .connect()
      .then(() => opened.query(`listen ${channel}`))
      .then(() => {
        heard('')
      })
      .catch(lose)
  }
  return {
    open,
    tell(message: string) {
      busy = busy.then(() => client?.query('select pg_notify($1, $2)', [channel, self + message])).catch(lose)
    },
    async close() {
      isClosed = true
      await busy
      await client?.end()
    },
  }
}

function openListener(url: string, { heard, lost }: { heard(payload: string): void; lost(error: unknown): void }) {
  const client = new pg.Client(connectionOf(url))
  client.on('error', lost)
  client.on('end', () => {
    lost(new Error('The connection ended'))
  })
  client.on('notification', ({ payload = '' }) => {
    heard(payload)
  })
  return client
}
