/**
 * The web server. Life of a request: request id, headers (security, other origins), rate limit, token, permission,
 * validation, idempotency, handler, reply or `application/problem+json`, access log, metrics. The headers come first, so
 * that every refusal carries them. Endpoints come from contracts; nothing is mounted twice.
 */
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { WebSocket } from 'ws'
import type { Endpoint } from '#contract/endpoint'
import { invalidRequest, Problem } from '#contract/problem'
import { keepUntilCommit, type Db } from '#core/db'
import type { Disk } from '#core/disk'
import type { Log, Metrics, Readiness } from '#core/observability'
import { answerPreflights, isForeignPage, isOwnPage, originHeaders, type OriginNeeds } from './cors.ts'
import { drainOnClose } from './drain.ts'
import { securityHeaders } from './headers.ts'
import { createIdempotency } from './idempotency/idempotency.ts'
import { largestFrame, longestPart, longestRequest, mostKept } from './limits.ts'
import { mountApi, type Identify, type Mounted } from './mount.ts'
import { describeApi } from './openapi.ts'
import { mountMetrics } from './metrics-page.ts'
import { replyWithProblem } from './problems.ts'
import { limitRates, type RateLimitNeeds } from './rate-limit/rate-limit.ts'
import { refuseBroken } from './broken-request.ts'
import { mountWeb } from './web.ts'

export { mounted, type Identify, type Mounted, type Visit } from './mount.ts'
export { pruneReplies } from './idempotency/idempotency.ts'
export { withMarks } from './idempotency/mark.ts'
export { httpMigrations } from './idempotency/schema.ts'

export interface HttpNeeds extends RateLimitNeeds, OriginNeeds {
  apis: readonly Mounted[]
  /** What stands beside the api, such as signed files. */
  routes: readonly ((app: FastifyInstance) => void)[]
  disk: Pick<Disk, 'admit'>
  identify: Identify
  db: Db
  log: Log
  metrics: Metrics
  readiness: Readiness
  trustProxy: boolean
  metricsToken: string
  version: string
  /** Folder of the built web; undefined serves the api alone. */
  web: string | undefined
  /** Undefined where nobody is served. */
  acceptLive: ((socket: WebSocket) => void) | undefined
}

/** Whose word about the visitor's address counts. With `true` any visitor could choose the address it seems to have. */
const proxies = ['loopback', 'uniquelocal']

/** Builds the server; nothing listens yet. Throws when two endpoints share method and path. */
export async function createHttp(needs: HttpNeeds): Promise<FastifyInstance> {
  const app = createServer(needs)
  await app.register(cookie)
  await app.register(multipart)
  await app.register(websocket, { options: { maxPayload: largestFrame } })
  app.websocketServer.on('wsClientError', refuseBroken)
  addHooks(app, needs)
  drainOnClose(app)
  mountApis(app, needs)
  mountMetrics(app, needs)
  for (const mount of needs.routes) mount(app)
  await mountWeb(app, needs.web)
  return app
}

function createServer({ log, trustProxy, allowedOrigins }: HttpNeeds) {
  const app = Fastify({
    genReqId: () => randomUUID(),
    trustProxy: trustProxy && proxies,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // A request without a host is refused like any other, with words.
    http: { requireHostHeader: false },
    requestTimeout: longestRequest,
    clientErrorHandler: refuseBroken,
    routerOptions: { maxParamLength: longestPart },
    // Addresses that cannot be read are refused before any hook runs.
    frameworkErrors(error, request, reply) {
      void reply.headers(headersOf(request, allowedOrigins))
      void replyWithProblem(log, { error, request, reply })
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error, request, reply) => replyWithProblem(log, { error, request, reply }))
  // What a client expects and the server does not know is passed over, as RFC 9110 allows.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  return app
}

function mountApis(app: FastifyInstance, needs: HttpNeeds) {
  const isForeign = (request: FastifyRequest) => isForeignPage(request, needs)
  const keep = keepUntilCommit<string>(needs.db, mostKept)
  const gate = { ...needs, idempotency: createIdempotency(needs), keep, isForeign }
  for (const mounted of needs.apis) mountApi(app, mounted, gate)
  const config = { limit: 'usual' } as const
  const whole = wholeApi(needs.apis)
  // Few ask for it, and writing it down takes some 50 ms of a start.
  let description: object | undefined
  app.get('/api/v1/openapi.json', { config }, () => (description ??= describeApi(whole, needs.version)))
  app.get('/api/v1/live', { config, websocket: true }, (socket, request) => {
    if (needs.acceptLive && isOwnPage(request, needs.publicAddress)) needs.acceptLive(socket)
    else socket.close(1008, 'This page is not of this server')
  })
}

/** Those that wait for nothing are called back instead of awaited: a promise each was felt in small requests. */
function addHooks(app: FastifyInstance, needs: HttpNeeds) {
  const { metrics, allowedOrigins } = needs
  // Nothing in these lines can be a secret, and looking for one took longer than the rest of a small request.
  const log = needs.log.child({}, { redact: { paths: [] } })
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersOf(request, allowedOrigins))
    done()
  })
  limitRates(app, needs)
  answerPreflights(app, needs)
  app.addHook('onRequest', ({ headers, raw }, _, done) => {
    if (headers.host !== undefined || raw.httpVersion === '1.0') return done()
    return done(new Problem(invalidRequest, 'Say in the header “host” whom this is for.'))
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    const { method, id } = request
    const status = reply.statusCode
    metrics.requestAnswered({ method, route, status }, reply.elapsedTime / 1000)
    log.info({ request: id, method, route, status, took: Math.round(reply.elapsedTime) }, 'answered')
    done()
  })
}

const headersOf = (request: FastifyRequest, allowedOrigins: readonly string[]) => ({
  ...securityHeaders(request.protocol),
  ...originHeaders(request, allowedOrigins),
  'x-request-id': request.id,
})

/** Names of endpoints are the operation ids of OpenAPI, so no two may be the same. */
function wholeApi(apis: readonly Mounted[]) {
  const whole = new Map<string, Endpoint>()
  for (const [name, endpoint] of apis.flatMap(({ api }) => Object.entries(api))) {
    if (whole.has(name)) throw new Error(`Two endpoints are called ${name}`)
    whole.set(name, endpoint)
  }
  return Object.fromEntries(whole)
}
