/** One of the two apps, and what its people hold: tokens, cookies, and the names of what they have seen. */
import { createClient, type Send } from '#contract/client'
import type { Api, Client } from '#contract/endpoint'
import type { Secrets } from '#core/config'
import { z } from 'zod'
import { openApp, type OpenApp } from '../app.ts'
import { unzip } from '../../world/unzip.ts'
import { withoutPort } from '../../world/without-port.ts'
import type { EngineName } from '../run-options.ts'
import { createNames, type Names } from './names.ts'
import { createQuiet } from './quiet.ts'

/** One reply, as both engines must give it. */
export interface Exchange {
  status: number
  body: unknown
}

export interface Side extends AsyncDisposable {
  open: OpenApp
  names: Names
  /** A typed client that speaks for a person, who may not be signed in. */
  as<A extends Api>(person: string, api: A): Client<A>
  /** The same with another token, such as that of a key. */
  withToken<A extends Api>(token: string, api: A): Client<A>
  /** Follows a link that carries its own permission. */
  follow(path: string): Promise<void>
  /** The replies since the last time, named. */
  takeExchanges(): Exchange[]
  /** Resolves when nothing is left to do. */
  quiet(): Promise<void>
}

interface Needs {
  engine: EngineName
  cluster: string
  clock: { now: number }
  secrets: Secrets
}

export async function openSide({ engine, cluster, clock, secrets }: Needs): Promise<Side> {
  const newId = createIds(clock)
  const open = await openApp({ engine, cluster, secrets, now: () => clock.now, newId })
  const names = createNames()
  const exchanges: { status: number; body: unknown }[] = []
  const send = withoutPort(open.app.http)
  const heard: Send = async (url, init) => {
    const reply = await send(url, init)
    exchanges.push({ status: reply.status, body: await bodyOf(reply.clone()) })
    return reply
  }
  const holders = new Map<string, Send>()
  const senderOf = (person: string) => {
    const holder = holders.get(person) ?? createHolder(heard)
    holders.set(person, holder)
    return holder
  }
  return {
    open,
    names,
    as: (person, api) => createClient(api, senderOf(person)),
    withToken: (token, api) => createClient(api, withHeaders(heard, { authorization: `Bearer ${token}` })),
    follow: async (path) => void (await heard(path, { method: 'GET' })),
    takeExchanges: () => exchanges.splice(0).map(({ status, body }) => ({ status, body: names.normal(body) })),
    quiet: createQuiet(open.app.core),
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

/** UUIDv7 of the moment of the clock, each one after the one before. */
function createIds({ now }: { now: number }) {
  let count = 0
  const time = now.toString(16).padStart(12, '0')
  return () => {
    count += 1
    const counter = count.toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${counter}`
  }
}

const SignedIn = z.object({ accessToken: z.string() })

/** Keeps the token and the cookie of one person, as a browser would. */
function createHolder(send: Send): Send {
  const held = { authorization: '', cookie: '' }
  return async (url, init) => {
    const reply = await withHeaders(send, held)(url, init)
    const signedIn = SignedIn.safeParse(await bodyOf(reply.clone()))
    if (signedIn.success) held.authorization = `Bearer ${signedIn.data.accessToken}`
    for (const cookie of reply.headers.getSetCookie()) held.cookie = cookie.split(';')[0] ?? ''
    return reply
  }
}

function withHeaders(send: Send, more: Record<string, string>): Send {
  return (url, init) => {
    const headers = new Headers(init.headers)
    for (const [name, value] of Object.entries(more)) if (value !== '') headers.set(name, value)
    return send(url, { ...init, headers })
  }
}

const zipMark = 'PK\x03\x04'

/** JSON as what it says, an archive as what is in it, anything else as its text. */
async function bodyOf(reply: Response): Promise<unknown> {
  const bytes = Buffer.from(await reply.arrayBuffer())
  if (!bytes.toString('latin1', 0, zipMark.length).startsWith(zipMark)) return readText(String(bytes))
  return Object.fromEntries([...unzip(bytes)].map(([name, content]) => [name, readText(String(content))]))
}

function readText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
