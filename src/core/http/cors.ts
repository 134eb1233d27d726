/**
 * Pages of other origins: refused by the browser unless the installation allows them. Those that are allowed show a key;
 * cookies are never taken from them, and the browser is never told that it may send any.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'

export interface OriginNeeds {
  allowedOrigins: readonly string[]
  /** Address that people open when it is not the one that is listened on; may be empty. */
  publicAddress: string
}

const readable = 'idempotency-replayed, ratelimit, ratelimit-policy, retry-after, x-request-id'
const preflight = {
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key',
  'access-control-max-age': '600',
}

/** What the page behind a request may read; empty where no other page is allowed at all. */
export function originHeaders({ headers: { origin } }: FastifyRequest, allowed: readonly string[]) {
  if (allowed.length === 0) return {}
  if (origin === undefined || !allowed.includes(origin)) return { vary: 'Origin' }
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': readable,
  }
}

/** Answers the question that a browser asks before it sends for a page of another origin. */
export function answerPreflights(app: FastifyInstance, { allowedOrigins }: OriginNeeds) {
  if (allowedOrigins.length === 0) return
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers
    const isAsked = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
    if (isAsked && origin !== undefined && allowedOrigins.includes(origin))
      return reply.status(204).headers(preflight).send()
  })
}

/** A browser names the page that sends; a program names none. */
export function isOwnPage({ headers: { origin }, host }: FastifyRequest, publicAddress: string) {
  if (origin === undefined) return true
  const page = URL.parse(origin)?.host
  return page !== undefined && [host, URL.parse(publicAddress)?.host].includes(page)
}

/** An allowed page that is not our own: it must not act with the cookie of whoever looks at it. */
export const isForeignPage = (request: FastifyRequest, { allowedOrigins, publicAddress }: OriginNeeds) =>
  allowedOrigins.includes(request.headers.origin ?? '') && !isOwnPage(request, publicAddress)
