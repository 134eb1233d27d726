/**
 * One process at a time: an advisory lock of PostgreSQL on a connection of its own. When the process or its connection
 * ends, the server frees the lock and another process takes over.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { second } from '#std/duration'
import { createLoop } from '#std/loop'
import type { Log } from '#core/observability'
import type { Db } from './engine.ts'
import { connectionOf } from './postgres-connection.ts'

const askEvery = 2 * second

/** A lock's name as the number that PostgreSQL wants: the first 48 bits of its sha256. */
export const keyOfLock = (name: string) => createHash('sha256').update(`cairn ${name}`).digest().readUIntBE(0, 6)

interface Term {
  client: pg.Client
  stop: () => Promise<void>
}

export function createElection({ url, log }: { url: string; log: Log }): Db['elect'] {
  return async (name, lead) => {
    let term: Term | undefined
    const end = async () => {
      const ended = term
      term = undefined
      await ended?.stop()
      await ended?.client.end().catch(() => undefined)
    }
    const stand = createLoop(async () => {
      if (term) return false
      const client = await takeLock(url, name, () => void end().catch(report(log)))
      if (client) term = { client, stop: await leadOn(client, lead) }
      return false
    }, report(log))
    const timer = setInterval(stand.wake, askEvery).unref()
    stand.wake()
    return async () => {
      clearInterval(timer)
      await stand.stop()
      await end()
    }
  }
}

/** Who cannot lead gives the lock back. */
async function leadOn(client: pg.Client, lead: () => Promise<() => Promise<void>>) {
  try {
    return await lead()
  } catch (error) {
    await client.end()
    throw error
  }
}

const report = (log: Log) => (error: unknown) => {
  log.error({ err: error }, 'the one who leads could not be chosen')
}

/** The connection that holds the lock, or undefined when another process has it. */
async function takeLock(url: string, name: string, onLost: () => void) {
  const client = new pg.Client(connectionOf(url))
  client.on('error', onLost)
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [keyOfLock(name)])
  if (rows[0]?.taken) return client
  await client.end()
  return undefined
}
