/** A client of the live connection, over a real socket. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { ServerFrame, type ClientFrame, type LiveEvent } from '#contract/live'
import { eventually } from './world.ts'

export interface LiveClient extends Disposable {
  socket: WebSocket
  /** Every frame so far. */
  frames: ServerFrame[]
  send(frame: ClientFrame): void
  /** Waits for the first frame of this type that was not waited for yet. */
  next<Type extends ServerFrame['type']>(type: Type): Promise<Extract<ServerFrame, { type: Type }>>
  /** The close code, once the server has closed. */
  closed: Promise<number>
}

export const openLive = (port: number, headers: Record<string, string> = {}) => open(liveAt(port), headers)

const liveAt = (port: number) => `ws://127.0.0.1:${port}/api/v1/live`

async function open(address: string, headers: Record<string, string> = {}): Promise<LiveClient> {
  const socket = new WebSocket(address, { headers })
  const frames: ServerFrame[] = []
  const waitedFor = new Set<ServerFrame>()
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  socket.on('message', (data: Buffer) => frames.push(ServerFrame.parse(JSON.parse(String(data)))))
  await once(socket, 'open')
  return {
    socket,
    frames,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    async next(type) {
      const isNext = (frame: ServerFrame): frame is Extract<ServerFrame, { type: typeof type }> =>
        frame.type === type && !waitedFor.has(frame)
      const frame = await eventually(
        async () => frames.find(isNext),
        (found) => found !== undefined,
      )
      if (!frame) throw new Error('unreachable')
      waitedFor.add(frame)
      return frame
    },
    [Symbol.dispose]: () => socket.terminate(),
  }
}

interface From {
  topic?: string
  epoch?: string
  position?: number
}

/** Opens, signs in and subscribes; with epoch and position it resumes. */
export const follow = (port: number, token: string, from: From = {}) => followAt(liveAt(port), token, from)

/** The same at any address. */
export async function followAt(address: string, token: string, { topic = 'notes', epoch, position }: From = {}) {
  const live = await open(address)
  live.send({ type: 'sign-in', token })
  await live.next('signed-in')
  live.send({ type: 'subscribe', topic, epoch, position })
  return { live, subscribed: await live.next('subscribed') }
}

export const eventsOf = ({ frames }: LiveClient): LiveEvent[] => frames.filter((frame) => frame.type === 'event')
