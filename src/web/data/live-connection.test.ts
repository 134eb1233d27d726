import { describe, expect, test } from 'vitest'
import type { ServerFrame } from '#contract/live'
import { LiveConnection, type LiveFrame, type SocketEvents } from './live-connection.ts'

/** Lets everything that only waits for promises happen. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A network of sockets that a test plays the server on, and a clock it turns. */
function createWorld() {
  const world = {
    sockets: Array<SocketEvents & { sent: unknown[]; isClosed: boolean }>(),
    timers: Array<{ milliseconds: number; run: () => void }>(),
    token: 'token-1',
    renewals: 0,
    misses: 0,
    latest: () => world.sockets.at(-1) ?? expect.unreachable('no socket was opened'),
    say: (frame: ServerFrame) => world.latest().received(JSON.stringify(frame)),
    heard: Array<LiveFrame>(),
    async signIn() {
      await settled()
      world.latest().opened()
      world.say({ type: 'signed-in' })
    },
    runTimer: () => world.timers.splice(0).at(-1)?.run(),
  }
  const connection = new LiveConnection({
    open(events) {
      const socket = { ...events, sent: Array<unknown>(), isClosed: false }
      world.sockets.push(socket)
      return {
        send: (text) => void socket.sent.push(JSON.parse(text)),
        close: () => {
          socket.isClosed = true
        },
      }
    },
    getToken: () => Promise.resolve(world.token),
    async renew() {
      world.renewals += 1
    },
    after(milliseconds, run) {
      const timer = { milliseconds, run }
      world.timers.push(timer)
      return () => void (world.timers = world.timers.filter((other) => other !== timer))
    },
    random: () => 1,
    missed: () => void (world.misses += 1),
  })
  return { world, connection }
}

const subscribed = { type: 'subscribed', topic: 'jobs', epoch: 'first', position: 7, recovered: true } as const
const event = (position: number): ServerFrame => ({
  type: 'event',
  topic: 'jobs',
  position,
  at: 0,
  name: 'jobs.job-changed',
  entity: 'job',
  payload: {},
})

async function connectAndListen() {
  const { world, connection } = createWorld()
  connection.listen('jobs', (frame) => void world.heard.push(frame))
  connection.start()
  await world.signIn()
  world.say(subscribed)
  return { world, connection }
}

describe('live connection', () => {
  test('signs in first and then subscribes', async () => {
    const { world, connection } = await connectAndListen()
    expect(world.latest().sent).toEqual([
      { type: 'sign-in', token: 'token-1' },
      { type: 'subscribe', topic: 'jobs' },
    ])
    expect(connection.isLive()).toBe(true)
  })

  test('resumes after a break where it stopped hearing', async () => {
    const { world, connection } = await connectAndListen()
    world.say(event(9))
    world.latest().closed(false)
    expect(connection.isLive()).toBe(false)
    world.runTimer()
    await world.signIn()
    expect(world.latest().sent.at(-1)).toEqual({ type: 'subscribe', topic: 'jobs', epoch: 'first', position: 9 })
  })

  test('tells listeners to fetch again when the server cannot replay what was missed', async () => {
    const { world } = await connectAndListen()
    world.say({ ...subscribed, epoch: 'second', position: 3, recovered: false })
    world.say(event(4))
    expect(world.heard.map(({ type }) => type)).toEqual(['resync', 'event'])
    expect(world.misses).toBe(1)
  })

  test('hears an event once, even when it is replayed', async () => {
    const { world } = await connectAndListen()
    for (const position of [8, 9, 8, 9]) world.say(event(position))
    expect(world.heard).toHaveLength(2)
  })

  test('waits longer after each failure, up to half a minute', async () => {
    const { world, connection } = createWorld()
    connection.start()
    const waits: number[] = []
    for (let failure = 0; failure < 9; failure += 1) {
      await settled()
      world.latest().closed(false)
      waits.push(world.timers.at(-1)?.milliseconds ?? 0)
      world.runTimer()
    }
    expect(waits.slice(0, 3)).toEqual([500, 1_000, 2_000])
    expect(waits.at(-1)).toBe(30_000)
  })

  test('renews the token when the server hangs up because of it', async () => {
    const { world } = await connectAndListen()
    world.latest().closed(true)
    world.runTimer()
    await world.signIn()
    expect(world.renewals).toBe(1)
  })

  test('shows the successor of its token on the same socket', async () => {
    const { world } = await connectAndListen()
    world.token = 'token-2'
    world.runTimer()
    await settled()
    world.say({ type: 'signed-in' })
    expect(world.latest().sent.at(-1)).toEqual({ type: 'sign-in', token: 'token-2' })
    expect(world.sockets).toHaveLength(1)
  })

  test('forgets what it heard when it stops, and does not connect again', async () => {
    const { world, connection } = await connectAndListen()
    connection.stop()
    expect(world.latest().isClosed).toBe(true)
    expect(world.timers).toEqual([])
    connection.start()
    await world.signIn()
    expect(world.latest().sent.at(-1)).toEqual({ type: 'subscribe', topic: 'jobs' })
  })

  test('starts a new topic at the furthest place it knows', async () => {
    const { world, connection } = await connectAndListen()
    world.say(event(9))
    connection.listen('journey', () => {})
    expect(world.latest().sent.at(-1)).toEqual({ type: 'subscribe', topic: 'journey', epoch: 'first', position: 9 })
  })

  test('stays subscribed when the last listener goes, so that one who comes back has missed nothing', async () => {
    const { world, connection } = await connectAndListen()
    const stop = connection.listen('journey', () => {})
    stop()
    connection.listen('journey', () => {})
    expect(world.latest().sent.filter((frame) => JSON.stringify(frame).includes('journey'))).toHaveLength(1)
  })

  test('passes over a frame that it does not understand', async () => {
    const { world, connection } = await connectAndListen()
    world.latest().received('{"type":"applause"}')
    expect(connection.isLive()).toBe(true)
  })
})
