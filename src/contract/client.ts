/**
 * A typed client for any api. The web sends with `fetch`, tests send into the app without a port, and both get the same
 * checked replies and the same `RefusedError`.
 */
import { apiPrefix, type Api, type CallOptions, type Client, type Endpoint } from './endpoint.ts'
import { ProblemReply, RefusedError } from './problem.ts'

export type Send = (url: string, init: RequestInit) => Promise<Response>

export function createClient<A extends Api>(api: A, send: Send): Client<A> {
  const calls = Object.entries(api).map(([name, endpoint]) => [
    name,
    (input: CallInput = {}, options: CallOptions = {}) => call(endpoint, input, { send, ...options }),
  ])
  return Object.fromEntries(calls) as Client<A>
}

interface CallInput {
  query?: Record<string, unknown>
  body?: unknown
  file?: File
  [param: string]: unknown
}

async function call(endpoint: Endpoint, input: CallInput, { send, signal }: CallOptions & { send: Send }) {
  const { query, body, file, ...params } = input
  const response = await send(`${apiPrefix}${pathOf(endpoint.path, params)}${searchOf(query)}`, {
    method: endpoint.method,
    ...(signal && { signal }),
    ...payloadOf(body, file),
  })
  if (!response.ok) throw new RefusedError(await problemOf(response))
  return endpoint.reply.parse(await response.json())
}

const pathOf = (path: string, params: Record<string, unknown>) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))

function searchOf(query: Record<string, unknown> = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return search.size > 0 ? `?${search}` : ''
}

function payloadOf(body: unknown, file: File | undefined): RequestInit {
  if (file) {
    const form = new FormData()
    form.append('file', file, file.name)
    return { body: form }
  }
  if (body === undefined) return {}
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

async function problemOf(response: Response): Promise<ProblemReply> {
  const text = await response.text()
  const parsed = ProblemReply.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  return { type: 'about:blank', title: 'Unexpected answer', status: response.status, detail: text.slice(0, 300) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
