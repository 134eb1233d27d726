/** OpenAPI 3.1 from the contracts: the same objects that validate also describe. */
import { z } from 'zod'
import { apiPrefix, type Access, type Endpoint } from '#contract/endpoint'
import {
  invalidRequest,
  keyReused,
  notAllowed,
  notInScope,
  notSignedIn,
  ProblemReply,
  replyNotKept,
  requestRunning,
  tooManyRequests,
  type ProblemKind,
} from '#contract/problem'
import type { Permission } from '#contract/permission'
import { noRoom } from '#core/disk/contract'
import { rateLimitHeaders, securitySchemes, idempotencyKey } from './openapi-parts.ts'

export function describeApi(api: Record<string, Endpoint>, version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, endpoint] of Object.entries(api)) {
    const path = `${apiPrefix}${endpoint.path}`.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describeEndpoint(name, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Cairn', version },
    paths,
    components: {
      securitySchemes,
      headers: rateLimitHeaders,
      parameters: { IdempotencyKey: idempotencyKey },
      schemas: { Problem: toSchema(ProblemReply, 'output') },
    },
  }
}

function describeEndpoint(name: string, endpoint: Endpoint) {
  const { summary, access, body, upload, reply, status = 200 } = endpoint
  return {
    operationId: name,
    summary,
    security: securityOf(access),
    ...(isForAdministrators(access) && { description: 'For administrators.' }),
    parameters: [...parametersOf(endpoint), ...(isRepeatable(endpoint) ? [repeatable] : [])],
    ...((body || upload) && { requestBody: requestBodyOf(endpoint) }),
    responses: {
      [status]: { description: 'Done', content: json(toSchema(reply, 'output')) },
      ...problemsOf(endpoint),
    },
  }
}

/** Any of these is enough. */
const securityOf = (access: Access) => {
  if (access === 'public') return []
  return access.isForKeys ? [{ accessToken: [] }, { apiKey: [] }] : [{ accessToken: [] }]
}

const repeatable = { $ref: '#/components/parameters/IdempotencyKey' }
const isRepeatable = ({ method, access }: Endpoint) => method === 'POST' && access !== 'public'

function parametersOf({ path, query }: Endpoint) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const { properties = {}, required = [] } = query ? toSchema(query, 'input') : {}
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  return [...inPath, ...inQuery]
}

function requestBodyOf({ body, upload }: Endpoint) {
  const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
  return {
    required: true,
    content: {
      ...(body && json(toSchema(body, 'input'))),
      ...(upload && { 'multipart/form-data': { schema: file } }),
    },
  }
}

/** What an endpoint may answer before its handler is asked, or instead of it. */
function usualProblems(endpoint: Endpoint): ProblemKind[] {
  const { method, access, query, body, limit } = endpoint
  return [
    ...(query || body ? [invalidRequest] : []),
    ...(access === 'public' ? [] : refusalsOf(access)),
    ...(method === 'GET' ? [] : [noRoom]),
    ...(isRepeatable(endpoint) ? [requestRunning, replyNotKept, keyReused] : []),
    ...(limit === 'none' ? [] : [tooManyRequests]),
  ]
}

const refusalsOf = ({ role, isForKeys }: Permission): ProblemKind[] => [
  notSignedIn,
  ...(role === 'administrator' ? [notAllowed] : []),
  ...(isForKeys ? [notInScope] : []),
]

function problemsOf(endpoint: Endpoint) {
  const kinds = [...usualProblems(endpoint), ...(endpoint.problems ?? [])]
  const byStatus = Map.groupBy(kinds, ({ status }) => status)
  return Object.fromEntries(
    [...byStatus].map(([status, alike]) => [
      status,
      {
        description: alike.map(({ name, title }) => `${title} (${name})`).join('; '),
        ...(alike.includes(tooManyRequests) && { headers: referTo(rateLimitHeaders) }),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const referTo = (headers: object) =>
  Object.fromEntries(Object.keys(headers).map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const isForAdministrators = (access: Access) => access !== 'public' && access.role === 'administrator'

const json = (schema: unknown) => ({ 'application/json': { schema } })

function toSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return plain
}
