/** Delivers the log and the signals to open sockets. */
import { setImmediate } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { second } from '#std/duration'
import type { LiveEvent } from '#contract/live'
import type { Events, StoredEvent } from '#core/events'
import type { Log, Metrics } from '#core/observability'
import { createAudience, type Audience } from './audience.ts'
import { createConnection, type Visitor } from './connection.ts'
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
  const audience = createAudience()
  const stops: (() => void)[] = []
  const report = (error: unknown) => log.error({ err: error }, 'live events could not be delivered')
  return {
    accept: (socket) => {
      addConnection(audience, socket, needs)
    },
    count: audience.count,
    async start() {
      const timer = setInterval(() => void checkAll(audience).catch(report), checkEvery).unref()
      stops.push(
        events.hear((event) => pass(audience, event)),
        signals.listen((signal) => {
          passSignal(audience, signal)
        }),
        () => {
          clearInterval(timer)
        },
      )
    },
    async stop() {
      for (const stop of stops) stop()
      for (const connection of audience.all()) connection.close('The server is stopping')
    },
  }
}

function addConnection(audience: Audience, socket: WebSocket, needs: LiveNeeds) {
  const connection = createConnection(socket, {
    ...needs,
    replay: (from) => replay(needs.events, from),
    signedIn: (owner) => {
      audience.own(owner, connection)
    },
  })
  audience.add(connection)
  needs.metrics.setLiveConnections(audience.count())
  socket.on('close', () => {
    audience.remove(connection)
    needs.metrics.setLiveConnections(audience.count())
  })
}

function passSignal(audience: Audience, { owner, ...signal }: Signal) {
  const frame = { type: 'signal', ...signal } as const
  for (const connection of audience.of(owner)) connection.offer(owner, frame)
}

/** Connections that are served before everybody else has a turn: about a millisecond. */
const servedAtOnce = 100

/** Offers an event to its owner; when it is about the account, the connections must show again that they may stay. */
async function pass(audience: Audience, event: StoredEvent) {
  const frame = toFrame(event)
  let served = 0
  for (const connection of audience.of(event.owner)) {
    connection.offer(event.owner, frame)
    if (event.topic === 'account') await connection.checkAgain()
    served += 1
    if (served % servedAtOnce === 0) await setImmediate()
  }
}

/** Ends connections whose sign-in has ended since. */
async function checkAll(audience: Audience) {
  for (const connection of audience.all()) await connection.checkAgain()
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
