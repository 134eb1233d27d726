/** Delivers the log and the signals to open sockets. */
import type { WebSocket } from 'ws'
import { second } from '#std/duration'
import type { LiveEvent } from '#contract/live'
import type { Events, StoredEvent } from '#core/events'
import type { Log, Metrics } from '#core/observability'
import { createConnection, type Connection, type Visitor } from './connection.ts'
import type { Signal, Signals } from './signals.ts'

export interface LiveNeeds {
  events: Events
  signals: Signals
  log: Log
  metrics: Metrics
  /** The person behind an access token, or undefined when it is not valid (any more). */
  identify(token: string): Promise<Visitor | undefined>
}

export interface Live {
  accept(socket: WebSocket): void
  /** How many connections are open. */
  count(): number
  start(): Promise<void>
  stop(): Promise<void>
}

const checkEvery = 30 * second

export function createLive(needs: LiveNeeds): Live {
  const { events, log, signals } = needs
  const connections = new Set<Connection>()
  const stops: (() => void)[] = []
  const report = (error: unknown) => log.error({ err: error }, 'live events could not be delivered')
  return {
    accept: (socket) => {
      addConnection(connections, socket, needs)
    },
    count: () => connections.size,
    async start() {
      const timer = setInterval(() => void checkAll(connections).catch(report), checkEvery).unref()
      stops.push(
        events.hear((event) => pass(connections, event)),
        signals.listen((signal) => {
          passSignal(connections, signal)
        }),
        () => {
          clearInterval(timer)
        },
      )
    },
    async stop() {
      for (const stop of stops) stop()
      for (const connection of connections) connection.close('The server is stopping')
    },
  }
}

function addConnection(connections: Set<Connection>, socket: WebSocket, needs: LiveNeeds) {
  const connection = createConnection(socket, { ...needs, replay: (from) => replay(needs.events, from) })
  connections.add(connection)
  needs.metrics.setLiveConnections(connections.size)
  socket.on('close', () => {
    connections.delete(connection)
    needs.metrics.setLiveConnections(connections.size)
  })
}

function passSignal(connections: ReadonlySet<Connection>, { owner, ...signal }: Signal) {
  const frame = { type: 'signal', ...signal } as const
  for (const connection of connections) connection.offer(owner, frame)
}

/** Offers an event to everybody; when it is about an account, its connections must show again that they may stay. */
async function pass(connections: ReadonlySet<Connection>, event: StoredEvent) {
  const frame = toFrame(event)
  for (const connection of connections) {
    connection.offer(event.owner, frame)
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
