/** Sockets that listen, in a process of their own. */
import { z } from 'zod'
import { startChild } from './child.ts'

const Heard = z.object({
  /** Events of all sockets. */
  total: z.int(),
  /** Of the socket that heard fewest, and most. */
  fewest: z.int(),
  most: z.int(),
  /** Frames that are no events or out of order, and sockets that were closed. */
  complaints: z.int(),
  /** Milliseconds from the event to the socket's other end. */
  p50: z.number(),
  p99: z.number(),
})
export type Heard = z.infer<typeof Heard>

export interface Listeners extends AsyncDisposable {
  /** Ends and tells. */
  stop(): Promise<Heard>
}

export interface Audience {
  /** `ws://…` */
  address: string
  topic: string
  tokens: readonly string[]
  /** Of each token. */
  sockets: number
}

/** Resolves when all have subscribed. */
export async function startListeners({ address, topic, tokens, sockets }: Audience): Promise<Listeners> {
  const child = await startChild({
    args: ['listeners-child.ts', address, topic, String(sockets), ...tokens],
    ready: /(All have subscribed)/,
  })
  return {
    async stop() {
      const told = /^heard (.*)$/m.exec(await child.stop())?.[1]
      return Heard.parse(JSON.parse(told ?? ''))
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  }
}
