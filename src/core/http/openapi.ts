/** OpenAPI 3.1 from the contracts: the same objects that validate also describe. */
import { z } from 'zod'
import { apiPrefix, type Access, type Endpoint } from '#contract/endpoint'
import { invalidRequest, notAllowed, notSignedIn, ProblemReply, type ProblemKind } from '#contract/problem'

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
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: toSchema(ProblemReply, 'output') },
    },
  }
}

function describeEndpoint(name: string, endpoint: Endpoint) {
  const { summary, access, body, upload, reply, status = 200 } = endpoint
  return {
    operationId: name,
    summary,
    security: access === 'public' ? [] : [{ accessToken: [] }],
    ...(isForAdministrators(access) && { description: 'For administrators.' }),
    parameters: parametersOf(endpoint),
    ...((body || upload) && { requestBody: requestBodyOf(endpoint) }),
    responses: {
      [status]: { description: 'Done', content: json(toSchema(reply, 'output')) },
      ...problemsOf(endpoint),
    },
  }
}

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

function problemsOf({ access, problems = [], query, body }: Endpoint) {
  const usual: ProblemKind[] = [
    ...(query || body ? [invalidRequest] : []),
    ...(access === 'public' ? [] : [notSignedIn]),
    ...(isForAdministrators(access) ? [notAllowed] : []),
  ]
  const byStatus = Map.groupBy([...usual, ...problems], ({ status }) => status)
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      status,
      {
        description: kinds.map(({ name, title }) => `${title} (${name})`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const isForAdministrators = (access: Access) => access !== 'public' && access.role === 'administrator'

const json = (schema: unknown) => ({ 'application/json': { schema } })

function toSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return plain
}
