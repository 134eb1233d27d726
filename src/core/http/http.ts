/**
 * The web server. Life of a request: request id, security headers, token, permission, validation, handler, reply or
 * `application/problem+json`, access log, metrics. Endpoints come from contracts; nothing is mounted twice.
 */
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { WebSocket } from 'ws'
import type { Log, Metrics, Readiness } from '#core/observability'
import { securityHeaders } from './headers.ts'
import { mountApi, type Identify, type Mounted } from './mount.ts'
import { describeApi } from './openapi.ts'
import { mountMetrics } from './metrics-page.ts'
import { replyWithProblem } from './problems.ts'
import { mountWeb } from './web.ts'

export { describeApi } from './openapi.ts'
export { mounted, type Identify, type Mounted, type Visit } from './mount.ts'

export interface HttpNeeds {
  apis: readonly Mounted[]
  identify: Identify
  log: Log
  metrics: Metrics
  readiness: Readiness
  trustProxy: boolean
  metricsToken: string
  version: string
  /** Folder of the built web; undefined serves the api alone. */
  web: string | undefined
  acceptLive(socket: WebSocket): void
}

const longestPath = 500
const largestFrame = 16 * 1024

/** Builds the server; nothing listens yet. Throws when two endpoints share method and path. */
export async function createHttp(needs: HttpNeeds): Promise<FastifyInstance> {
  const app = Fastify({
    genReqId: () => randomUUID(),
    trustProxy: needs.trustProxy,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: longestPath },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error, request, reply) => replyWithProblem(needs.log, { error, request, reply }))
  await app.register(cookie)
  await app.register(multipart)
  await app.register(websocket, { options: { maxPayload: largestFrame } })
  addHooks(app, needs)
  for (const mounted of needs.apis) mountApi(app, mounted, needs.identify)
  const endpoints = needs.apis.flatMap(({ api }) => Object.entries(api))
  const description = describeApi(Object.fromEntries(endpoints), needs.version)
  app.get('/api/v1/openapi.json', () => description)
  app.get('/api/v1/live', { websocket: true }, (socket, request) => {
    if (isSameOrigin(request.headers)) needs.acceptLive(socket)
    else socket.close(1008, 'This page is not of this server')
  })
  mountMetrics(app, needs)
  await mountWeb(app, needs.web)
  return app
}

function addHooks(app: FastifyInstance, { log, metrics }: HttpNeeds) {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.protocol)).header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const { method, id } = request
    const status = reply.statusCode
    metrics.requestAnswered({ method, route, status }, reply.elapsedTime / 1000)
    log.info({ request: id, method, route, status, took: Math.round(reply.elapsedTime) }, 'answered')
  })
}

/** A browser names the page that opens a socket; pages of other sites are refused. Programs send no origin. */
function isSameOrigin({ origin, host }: { origin?: string | undefined; host?: string | undefined }) {
  if (origin === undefined) return true
  return URL.parse(origin)?.host === host
}
