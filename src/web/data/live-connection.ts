/**
 * The rules of the live connection, without a browser: sign in, subscribe, remember for each topic how far it was heard,
 * resume there after a break, and say when that was not possible. Reconnects with jittered, growing pauses.
 * It reports; fetching again is left to who listens.
 */
import { ServerFrame, type ClientFrame, type LiveEvent } from '#contract/live'

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>

/** What a listener of a topic hears; `resync` means that something may have been missed. */
export type LiveFrame = LiveEvent | FrameOf<'signal'> | FrameOf<'resync'>

export interface SocketEvents {
  opened(): void
  received(text: string): void
  /** `isRefused`: the server no longer takes the token. */
  closed(isRefused: boolean): void
}
export interface Socket {
  send(text: string): void
  close(): void
}
export interface LivePorts {
  open(events: SocketEvents): Socket
  /** A token that is good for a while; undefined when nobody is signed in. */
  getToken(): Promise<string | undefined>
  /** Asks for a new token after the server refused the one it was given. */
  renew(): Promise<unknown>
  /** Runs the task later; the answer takes it back. */
  after(milliseconds: number, task: () => void): () => void
  random(): number
  /** Called once when anything may have been missed, before the listeners of the topic hear `resync`. */
  missed(): void
}

/** A place in the log. Positions count through all topics, so that a place heard in one is good for another. */
interface Place {
  epoch?: string
  position?: number
}
interface Heard extends Place {
  listeners: Set<(frame: LiveFrame) => void>
}

/** Milliseconds: the first pause before trying again, the longest one, and the time a sign-in may take. */
const pauses = { first: 500, longest: 30_000, signIn: 10_000 }

/** How often it looks whether the token has a successor, in milliseconds; less than the margin of a renewal. */
const tokenCheck = 20_000

export class LiveConnection {
  readonly #ports: LivePorts
  readonly #topics = new Map<string, Heard>()
  readonly #watchers = new Set<() => void>()
  /** Told apart by identity: what an older attempt still reports is not heard. */
  #attempt: object | undefined
  #socket: Socket | undefined
  #token: string | undefined
  /** The furthest place known: a new topic starts there, and nothing since is missed. */
  #furthest: Place = {}
  #isLive = false
  #isTokenRefused = false
  #failures = 0
  #dropTimer = () => {}

  constructor(ports: LivePorts) {
    this.#ports = ports
  }

  readonly isLive = () => this.#isLive

  readonly watch = (watcher: () => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  start() {
    if (this.#attempt === undefined) void this.#connect()
  }

  /** Hangs up and forgets what was heard: the next person starts anew. */
  stop() {
    this.#hangUp()
    this.#topics.forEach(forgetPlace)
    this.#furthest = {}
  }

  /** Connects again now, because the network came back or the machine woke up. */
  reconnect() {
    if (this.#attempt === undefined) return
    this.#hangUp()
    void this.#connect()
  }

  /**
   * Calls the listener with what happens in a topic until the answer is called. A topic once subscribed stays so: who
   * comes back to a page has missed nothing.
   */
  listen(topic: string, listener: (frame: LiveFrame) => void) {
    const known = this.#topics.get(topic)
    const heard: Heard = known ?? { listeners: new Set(), ...this.#furthest }
    heard.listeners.add(listener)
    if (!known) {
      this.#topics.set(topic, heard)
      this.#subscribe(topic, heard)
    }
    return () => void heard.listeners.delete(listener)
  }

  async #connect() {
    const attempt = {}
    this.#attempt = attempt
    const token = await this.#findToken().catch(() => undefined)
    if (this.#attempt !== attempt) return
    if (token === undefined) return this.#tryAgain()
    const ifCurrent = (act: () => void) => this.#attempt === attempt && act()
    this.#later(pauses.signIn, () => this.#socket?.close())
    this.#socket = this.#ports.open({
      opened: () => ifCurrent(() => this.#showToken(token)),
      received: (text) => ifCurrent(() => this.#receive(text)),
      closed: (isRefused) => ifCurrent(() => this.#mourn(isRefused)),
    })
  }

  #mourn(isRefused: boolean) {
    this.#isTokenRefused = isRefused
    this.#tryAgain()
  }

  #showToken(token: string) {
    this.#token = token
    this.#tell({ type: 'sign-in', token })
  }

  /** The server hangs up when the token it was shown ends, so it is shown the successor before. */
  async #keepSignedIn() {
    const attempt = this.#attempt
    const token = await this.#ports.getToken().catch(() => undefined)
    if (attempt !== this.#attempt || !this.#isLive) return
    if (token !== undefined && token !== this.#token) this.#showToken(token)
    this.#later(tokenCheck, () => void this.#keepSignedIn())
  }

  async #findToken() {
    if (this.#isTokenRefused) await this.#ports.renew()
    this.#isTokenRefused = false
    return this.#ports.getToken()
  }

  #tryAgain() {
    this.#socket = undefined
    this.#setLive(false)
    const pause = Math.min(pauses.longest, pauses.first * 2 ** this.#failures)
    this.#failures += 1
    this.#later(pause * (0.5 + this.#ports.random() / 2), () => void this.#connect())
  }

  #hangUp() {
    this.#attempt = undefined
    this.#failures = 0
    this.#dropTimer()
    this.#socket?.close()
    this.#socket = undefined
    this.#setLive(false)
  }

  #receive(text: string) {
    const { data: frame } = ServerFrame.safeParse(JSON.parse(text))
    switch (frame?.type) {
      case 'signed-in':
        return this.#greet()
      case 'subscribed':
        return this.#settle(frame)
      case 'event':
        return this.#hear(frame)
      case 'signal':
        return announce(this.#topics.get(frame.topic), frame)
      case 'resync':
        return this.#resync([...this.#topics.values()])
      case 'refused':
      case undefined:
        return // Nothing to do about it: a topic is not to be had, or a newer server says more than this page understands.
    }
  }

  #greet() {
    if (this.#isLive) return
    this.#failures = 0
    this.#later(tokenCheck, () => void this.#keepSignedIn())
    this.#setLive(true)
    this.#topics.forEach((heard, topic) => this.#subscribe(topic, heard))
  }

  #settle({ topic, epoch, position, recovered }: FrameOf<'subscribed'>) {
    const heard = this.#topics.get(topic)
    if (!heard) return
    heard.epoch = epoch
    const known = this.#furthest.epoch === epoch ? (this.#furthest.position ?? 0) : 0
    this.#furthest = { epoch, position: Math.max(position, known) }
    if (recovered) return
    heard.position = position
    this.#resync([heard])
  }

  #resync(topics: readonly Heard[]) {
    this.#ports.missed()
    for (const heard of topics) announce(heard, { type: 'resync' })
  }

  #hear(event: LiveEvent) {
    const heard = this.#topics.get(event.topic)
    if (!heard || event.position <= (heard.position ?? -1)) return
    heard.position = event.position
    this.#furthest.position = Math.max(event.position, this.#furthest.position ?? 0)
    announce(heard, event)
  }

  #subscribe(topic: string, { epoch, position }: Heard) {
    if (!this.#isLive) return
    this.#tell({
      type: 'subscribe',
      topic,
      ...(epoch !== undefined && { epoch }),
      ...(position !== undefined && { position }),
    })
  }

  #tell(frame: ClientFrame) {
    this.#socket?.send(JSON.stringify(frame))
  }

  #setLive(next: boolean) {
    if (this.#isLive === next) return
    this.#isLive = next
    for (const watcher of this.#watchers) watcher()
  }

  #later(milliseconds: number, task: () => void) {
    this.#dropTimer()
    this.#dropTimer = this.#ports.after(milliseconds, task)
  }
}

const announce = (heard: Heard | undefined, frame: LiveFrame) => heard?.listeners.forEach((listener) => listener(frame))

function forgetPlace(heard: Place) {
  delete heard.epoch
  delete heard.position
}
