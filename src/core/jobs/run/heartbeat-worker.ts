/**
 * The thread that renews the leases of its process, with a timer and a connection of its own. It says the one statement
 * itself: loading the whole record would make a second program of it.
 */
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import type { z } from 'zod'
import { createLoop } from '#std/loop'
import { Forsaken, Orders, type Report } from './heartbeat-messages.ts'

const { url, holder, lease, beat, ahead } = Orders.parse(workerData)
const renewal = `update jobs set lease_until = $1 where state = 'running' and holder = $2 and not (id = any ($3))
  returning id, cancel_requested = 1 as cancelled`
let forsaken: string[] = []
let connection: pg.Client | undefined

/** Somebody else had the same rows in another order: nothing is wrong, and asking again is all it takes. */
const isDeadlock = (error: unknown) => error instanceof pg.DatabaseError && error.code === '40P01'

const tell = (report: z.input<typeof Report>) => parentPort?.postMessage(report)

const renewing = createLoop(
  async () => {
    connection ??= await connect()
    const until = Date.now() + ahead + lease
    const { rows } = await connection.query<{ id: string; cancelled: boolean }>(renewal, [until, holder, forsaken])
    const cancelled = rows.filter((row) => row.cancelled).map((row) => row.id)
    if (cancelled.length > 0) tell({ cancelled })
    return false
  },
  (error) => {
    if (isDeadlock(error)) {
      renewing.wake()
      return
    }
    drop(connection)
    tell({ failure: String(error) })
  },
)

async function connect() {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'cairn leases',
    connectionTimeoutMillis: beat,
    query_timeout: beat,
    keepAlive: true,
  })
  client.on('error', () => {
    drop(client)
  })
  await client.connect()
  return client
}

function drop(client: pg.Client | undefined) {
  if (client === connection) connection = undefined
  void client?.end().catch(() => undefined)
}

setInterval(renewing.wake, beat)
parentPort?.on('message', (message) => {
  forsaken = Forsaken.parse(message)
})
