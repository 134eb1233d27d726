/** One request, and what of its answer may tell two answers apart. */
import { apiPrefix } from '#contract/endpoint'
import { ProblemReply } from '#contract/problem'
import type { World } from '../world/world.ts'
import { paramsOf, payloadOf, type Target } from './endpoints.ts'

export interface Answer {
  status: number
  /** Name of the problem, without its prefix; empty when there is none. */
  problem: string
  /** All that could tell a foreign thing from a missing one. */
  traits: string
}

const namedHeaders = ['content-type', 'content-length', 'cache-control', 'www-authenticate', 'set-cookie', 'etag']

interface Question {
  target: Target
  /** What stands in the path, in order. */
  things: readonly string[]
  token: string | undefined
}

export async function ask(world: World, { target, things, token }: Question): Promise<Answer> {
  const { query = '', body, file } = payloadOf(target)
  const path = paramsOf(target).reduce(
    (left, name, at) => left.replace(`:${name}`, things[at] ?? ''),
    target.endpoint.path,
  )
  const reply = await world.send(`${apiPrefix}${path}${query && `?${query}`}`, {
    method: target.endpoint.method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file && { body: formOf(file) }),
  })
  const text = await reply.text()
  const headers = namedHeaders.map((name) => `${name}: ${reply.headers.get(name)}`)
  return { status: reply.status, problem: problemOf(reply, text), traits: [reply.status, ...headers, text].join('\n') }
}

function formOf(file: File) {
  const form = new FormData()
  form.append('file', file, file.name)
  return form
}

function problemOf(reply: Response, text: string) {
  if (reply.ok) return ''
  return ProblemReply.parse(JSON.parse(text)).type.replace('urn:cairn:problem:', '')
}
