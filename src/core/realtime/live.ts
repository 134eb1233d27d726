/** Delivers the log and the signals to open sockets. */
import type { WebSocket } from 'ws'
import { second } from '#std/duration'
import type { LiveEvent } from '#contract/live'
import type { Events, StoredEvent } from '#core/events'
import type { Db } from '#core/db'
import type { Log, Metrics } from '#core/observability'
import { createConnection, type Connection, type Visitor } from './connection.ts'
import type { Signals } from './signals.ts'

export interface LiveNeeds {
  db: Db
  events: Events
  signals: Signals
  log: Log
  metrics: Metrics
  /** The person behind an access token, or undefined when it is not valid (any more). */
  identify(token: string): Promise<Visitor | undefined>
}

export interface Live {
  accept(socket: WebSocket): void
  start(): Promise<void>
  stop(): Promise<void>
}

const batch = 500
const checkEvery = 30 * second

export function createLive(needs: LiveNeeds): Live {
  const connections = new Set<Connection>()
  const stops: (() => void)[] = []
  let position = 0
  let delivering: Promise<void> | undefined
  let deliverAgain = false

  const report = (error: unknown) => needs.log.error({ err: error }, 'live events could not be delivered')

  async function deliver() {
    do {
      deliverAgain = false
      const events = await needs.events.after(position, batch)
      for (const event of events) await pass(connections, event)
      position = events.at(-1)?.position ?? position
      deliverAgain ||= events.length === batch
    } while (deliverAgain)
  }

  const wake = () => {
    if (delivering) deliverAgain = true
    else
      delivering = deliver()
        .catch(report)
        .finally(() => (delivering = undefined))
  }

  return {
    accept(socket) {
      const connection = createConnection(socket, { ...needs, replay: (from) => replay(needs.events, from) })
      connections.add(connection)
      needs.metrics.setLiveConnections(connections.size)
      socket.on('close', () => {
        connections.delete(connection)
        needs.metrics.setLiveConnections(connections.size)
      })
    },
    async start() {
      position = await needs.events.latestPosition()
      stops.push(needs.db.onCommit(wake))
      stops.push(
        needs.signals.listen(({ owner, ...signal }) => {
          for (const connection of connections) connection.offer(owner, { type: 'signal', ...signal })
        }),
      )
      const timer = setInterval(() => void checkAll(connections).catch(report), checkEvery).unref()
      stops.push(() => clearInterval(timer))
    },
    async stop() {
      for (const stop of stops) stop()
      for (const connection of connections) connection.close('The server is stopping')
      await delivering
    },
  }
}

/** Offers an event to everybody; when it is about an account, its connections must show again that they may stay. */
async function pass(connections: ReadonlySet<Connection>, event: StoredEvent) {
  for (const connection of connections) {
    connection.offer(event.owner, toFrame(event))
    if (event.topic === 'account') await connection.checkAgain(event.owner)
  }
}

/** Ends connections whose sign-in has ended since. */
async function checkAll(connections: ReadonlySet<Connection>) {
  for (const connection of connections) await connection.checkAgain()
}

/** Longer gaps than this are fetched again instead of replayed. */
const mostReplayed = 1000

async function replay(events: Events, from: { topic: string; owner: string; position: number }) {
  const missed = await events.afterFor(from, mostReplayed + 1)
  return missed.length > mostReplayed ? undefined : missed.map(toFrame)
}

function toFrame({ topic, position, at, name, entity, payload }: StoredEvent): LiveEvent {
  return { type: 'event', topic, position, at, name, entity, payload }
}
