/** One socket: signs in, subscribes, and is fed without ever holding more than it reads. */
import type { RawData, WebSocket } from 'ws'
import { ClientFrame, type LiveEvent, type ServerFrame } from '#contract/live'
import { second } from '#std/duration'
import type { Events } from '#core/events'
import type { Log } from '#core/observability'

/** Who is behind a socket; `expiresAt` is the end of the access token. */
export interface Visitor {
  id: string
  expiresAt: number
}

export interface Connection {
  /** Sends the frame if it is for this person and topic. */
  offer(owner: string, frame: Extract<ServerFrame, { type: 'event' | 'signal' }>): void
  /** Closes when the sign-in behind it has ended. */
  checkAgain(): Promise<void>
  close(reason: string): void
}

interface Needs {
  events: Events
  log: Log
  identify(token: string): Promise<Visitor | undefined>
  replay(from: { topic: string; owner: string; position: number }): Promise<LiveEvent[] | undefined>
  /** Hears whose the socket is, each time that is shown. */
  signedIn(owner: string): void
}

const mostBuffered = 64 * 1024
const mostTopics = 50
/** Frames of one client that wait to be handled; pages send a handful. */
const mostWaiting = 200
const timeToSignIn = 10 * second
/** WebSocket close codes: policy violation, going away, internal error. */
const refusedCode = 1008
const goingCode = 1001
const brokenCode = 1011

interface State {
  token: string
  visitor: Visitor | undefined
  /** Topic to the last position sent; while a replay runs, what comes in between waits. */
  topics: Map<string, { position: number; waiting: LiveEvent[] | undefined }>
  isBehind: boolean
}

export function createConnection(socket: WebSocket, needs: Needs): Connection {
  const state: State = { token: '', visitor: undefined, topics: new Map(), isBehind: false }
  const send = (frame: ServerFrame) => sendBounded(socket, state, frame)
  const patience = setTimeout(() => !state.visitor && socket.close(refusedCode, 'Sign in first'), timeToSignIn).unref()
  const context = { socket, state, needs, send }
  let handling: Promise<void> = Promise.resolve()
  let waiting = 0

  socket.on('message', (data) => {
    waiting += 1
    if (waiting > mostWaiting) return socket.close(refusedCode, 'Too many frames at once')
    handling = handling.then(() => handleSafely(context, textOf(data))).then(() => void (waiting -= 1))
  })
  socket.on('close', () => clearTimeout(patience))
  socket.on('error', (error) => needs.log.debug({ err: error }, 'a live connection broke'))

  return {
    offer(owner, frame) {
      if (state.visitor?.id !== owner) return
      const subscription = state.topics.get(frame.topic)
      if (!subscription) return
      if (frame.type === 'signal') return send(frame)
      if (subscription.waiting) return void subscription.waiting.push(frame)
      if (frame.position > subscription.position) sendEvent(subscription, frame, send)
    },
    async checkAgain() {
      if (!state.visitor || (await needs.identify(state.token))) return
      socket.close(refusedCode, 'Sign in again')
    },
    close: (reason) => socket.close(goingCode, reason),
  }
}

interface Context {
  socket: WebSocket
  state: State
  needs: Needs
  send: (frame: ServerFrame) => void
}

async function handleSafely(context: Context, text: string) {
  try {
    await handle(context, text)
  } catch (error) {
    context.needs.log.error({ err: error }, 'a live frame could not be handled')
    context.socket.close(brokenCode, 'Something broke on our side')
  }
}

async function handle(context: Context, text: string) {
  const parsed = ClientFrame.safeParse(parseJson(text))
  if (!parsed.success) return context.send({ type: 'refused', detail: 'This frame is not understood.' })
  const frame = parsed.data
  if (frame.type === 'sign-in') return signIn(context, frame.token)
  if (!context.state.visitor) return context.send({ type: 'refused', detail: 'Sign in first.' })
  if (frame.type === 'unsubscribe') return void context.state.topics.delete(frame.topic)
  return subscribe(context, context.state.visitor, frame)
}

async function signIn({ socket, state, needs, send }: Context, token: string) {
  const visitor = await needs.identify(token)
  if (!visitor || (state.visitor && state.visitor.id !== visitor.id)) return socket.close(refusedCode, 'Sign in again')
  state.visitor = visitor
  state.token = token
  needs.signedIn(visitor.id)
  send({ type: 'signed-in' })
}

type Subscribe = Extract<ClientFrame, { type: 'subscribe' }>

async function subscribe({ state, needs, send }: Context, { id: owner }: Visitor, frame: Subscribe) {
  const { topic } = frame
  if (state.topics.size >= mostTopics && !state.topics.has(topic))
    return send({ type: 'refused', topic, detail: `At most ${mostTopics} topics.` })
  const subscription = { position: 0, waiting: new Array<LiveEvent>() }
  state.topics.set(topic, subscription)
  const log = { epoch: await needs.events.epoch(), latest: await needs.events.latestPosition() }
  const missed = await readMissed(needs, { owner, ...frame }, log)
  const live = { position: missed?.position ?? log.latest, waiting: undefined }
  state.topics.set(topic, live)
  send({ type: 'subscribed', topic, epoch: log.epoch, position: live.position, recovered: missed !== undefined })
  for (const event of [...(missed?.events ?? []), ...subscription.waiting]) {
    if (event.position > live.position) sendEvent(live, event, send)
  }
}

/** Undefined when the client was never here, comes from another life of the log, or missed too much. */
async function readMissed(
  { replay }: Needs,
  { owner, topic, epoch, position }: Subscribe & { owner: string },
  log: { epoch: string; latest: number },
) {
  if (epoch !== log.epoch || position === undefined || position > log.latest) return undefined
  const events = await replay({ topic, owner, position })
  return events && { position, events }
}

function sendEvent(subscription: { position: number }, event: LiveEvent, send: (frame: ServerFrame) => void) {
  subscription.position = event.position
  send(event)
}

/** Drops frames while the socket is behind, and tells it to fetch again once it has caught up. */
function sendBounded(socket: WebSocket, state: State, frame: ServerFrame) {
  if (socket.readyState !== socket.OPEN) return
  if (state.isBehind) return
  if (socket.bufferedAmount <= mostBuffered) return socket.send(bytesOf(frame), { binary: false })
  state.isBehind = true
  socket.send(JSON.stringify({ type: 'resync' } satisfies ServerFrame), () => (state.isBehind = false))
}

const written = new WeakMap<ServerFrame, Buffer>()

/** A frame that goes to many sockets is written once. */
function bytesOf(frame: ServerFrame): Buffer {
  const known = written.get(frame)
  if (known) return known
  const bytes = Buffer.from(JSON.stringify(frame))
  written.set(frame, bytes)
  return bytes
}

const textOf = (data: RawData) => new TextDecoder().decode(Array.isArray(data) ? Buffer.concat(data) : data)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
