/**
 * A typed client for any api. The web sends with `fetch`, tests send into the app without a port, and both get the same
 * checked replies and the same `RefusedError`. A POST goes with an idempotency key of its own, so that whoever sends it
 * may send it again when no answer came.
 */
import { apiPrefix, type Api, type CallOptions, type Client, type Endpoint } from './endpoint.ts'
import { ProblemReply, RefusedError } from './problem.ts'

export type Send = (url: string, init: RequestInit) => Promise<Response>

/** Also tells a request that may be sent again from one that may not. */
export const idempotencyHeader = 'idempotency-key'

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
    ...payloadOf(endpoint, body, file),
  })
  if (!response.ok) throw new RefusedError(await problemOf(response), pauseOf(response))
  return endpoint.reply.parse(await response.json())
}

const pathOf = (path: string, params: Record<string, unknown>) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))

function searchOf(query: Record<string, unknown> = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return search.size > 0 ? `?${search}` : ''
}

function payloadOf(endpoint: Endpoint, body: unknown, file: File | undefined): RequestInit {
  const isJson = !file && body !== undefined
  const headers = {
    ...(isJson && { 'content-type': 'application/json' }),
    ...(isRepeatable(endpoint) && { [idempotencyHeader]: newKey() }),
  }
  return { headers, ...(file && { body: formOf(file) }), ...(isJson && { body: JSON.stringify(body) }) }
}

function formOf(file: File) {
  const form = new FormData()
  form.append('file', file, file.name)
  return form
}

/** What a visitor sends has no owner to remember it for. */
const isRepeatable = ({ method, access }: Endpoint) => method === 'POST' && access !== 'public'

/** 128 random bits. Browsers have no `randomUUID` on plain HTTP. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

async function problemOf(response: Response): Promise<ProblemReply> {
  const text = await response.text()
  const parsed = ProblemReply.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  return { type: 'about:blank', title: 'Unexpected answer', status: response.status, detail: text.slice(0, 300) }
}

/** The header tells seconds; this answers milliseconds. */
function pauseOf({ headers }: Response) {
  const told = headers.get('retry-after')
  return told === null || Number.isNaN(Number(told)) ? undefined : Number(told) * 1000
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
