/** `/metrics`, for a scraper on this machine, or elsewhere with the token. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { notSignedIn, Problem } from '#contract/problem'
import type { Metrics } from '#core/observability'

const loopback = /^(127\.|::1$|::ffff:127\.)/

export function mountMetrics(
  app: FastifyInstance,
  { metrics, metricsToken }: { metrics: Metrics; metricsToken: string },
) {
  app.get('/metrics', { config: { limit: 'usual' } }, async (request, reply) => {
    if (!mayRead(request, metricsToken)) throw new Problem(notSignedIn, 'Metrics need their bearer token from here.')
    const { type, text } = await metrics.page()
    return reply.header('content-type', type).send(text)
  })
}

function mayRead({ ip, headers }: FastifyRequest, token: string) {
  // What a proxy passes on comes from elsewhere, though the proxy itself may stand on this machine.
  if (token === '')
    return loopback.test(ip) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
  const given = Buffer.from(headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
