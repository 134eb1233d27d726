/**
 * The web server. Life of a request: request id, security headers, token, permission, validation, handler, reply or
 * `application/problem+json`, access log, metrics. Endpoints come from contracts; nothing is mounted twice.
 */
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { WebSocket } from 'ws'
import type { Endpoint } from '#contract/endpoint'
import { minute } from '#std/duration'
import type { Log, Metrics, Readiness } from '#core/observability'
import { securityHeaders } from './headers.ts'
import { mountApi, type Identify, type Mounted } from './mount.ts'
import { describeApi } from './openapi.ts'
import { mountMetrics } from './metrics-page.ts'
import { replyWithProblem } from './problems.ts'
import { refuseBroken } from './broken-request.ts'
import { mountWeb } from './web.ts'

export { mounted, type Identify, type Mounted, type Visit } from './mount.ts'

export interface HttpNeeds {
  apis: readonly Mounted[]
  identify: Identify
  log: Log
  metrics: Metrics
  readiness: Readiness
  trustProxy: boolean
  /** Address that people open when it is not the one that is listened on; may be empty. */
  publicAddress: string
  metricsToken: string
  version: string
  /** Folder of the built web; undefined serves the api alone. */
  web: string | undefined
  acceptLive(socket: WebSocket): void
}

const longestPath = 500
/** For a whole request to arrive, a file on a slow line too. */
const longestRequest = 5 * minute
const largestFrame = 16 * 1024
/** Whose word about the visitor's address counts. With `true` any visitor could choose the address it seems to have. */
const proxies = ['loopback', 'uniquelocal']

/** Builds the server; nothing listens yet. Throws when two endpoints share method and path. */
export async function createHttp(needs: HttpNeeds): Promise<FastifyInstance> {
  const app = Fastify({
    genReqId: () => randomUUID(),
    trustProxy: needs.trustProxy && proxies,
    forceCloseConnections: 'idle',
    requestTimeout: longestRequest,
    clientErrorHandler: refuseBroken,
    routerOptions: { maxParamLength: longestPath },
    // Addresses that cannot be read are refused before any hook runs.
    frameworkErrors(error, request, reply) {
      void reply.headers(headersOf(request))
      void replyWithProblem(needs.log, { error, request, reply })
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error, request, reply) => replyWithProblem(needs.log, { error, request, reply }))
  await app.register(cookie)
  await app.register(multipart)
  await app.register(websocket, { options: { maxPayload: largestFrame } })
  app.websocketServer.on('wsClientError', refuseBroken)
  addHooks(app, needs)
  for (const mounted of needs.apis) mountApi(app, mounted, needs.identify)
  const description = describeApi(wholeApi(needs.apis), needs.version)
  app.get('/api/v1/openapi.json', () => description)
  app.get('/api/v1/live', { websocket: true }, (socket, request) => {
    if (isOwnPage(request, needs.publicAddress)) needs.acceptLive(socket)
    else socket.close(1008, 'This page is not of this server')
  })
  mountMetrics(app, needs)
  await mountWeb(app, needs.web)
  return app
}

function addHooks(app: FastifyInstance, { log, metrics }: HttpNeeds) {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headersOf(request))
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const { method, id } = request
    const status = reply.statusCode
    metrics.requestAnswered({ method, route, status }, reply.elapsedTime / 1000)
    log.info({ request: id, method, route, status, took: Math.round(reply.elapsedTime) }, 'answered')
  })
}

const headersOf = ({ id, protocol }: FastifyRequest) => ({ ...securityHeaders(protocol), 'x-request-id': id })

/** Names of endpoints are the operation ids of OpenAPI, so no two may be the same. */
function wholeApi(apis: readonly Mounted[]) {
  const whole = new Map<string, Endpoint>()
  for (const [name, endpoint] of apis.flatMap(({ api }) => Object.entries(api))) {
    if (whole.has(name)) throw new Error(`Two endpoints are called ${name}`)
    whole.set(name, endpoint)
  }
  return Object.fromEntries(whole)
}

/** A browser names the page that opens a socket; pages of other sites are refused. Programs send no origin. */
function isOwnPage({ headers: { origin }, host }: FastifyRequest, publicAddress: string) {
  if (origin === undefined) return true
  const page = URL.parse(origin)?.host
  return page !== undefined && [host, URL.parse(publicAddress)?.host].includes(page)
}
