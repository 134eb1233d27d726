/** Health on the wire. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { Instant } from '#contract/id'
import { defineNoun } from '#contract/permission'
import { defineProblem, notReady } from '#contract/problem'

const HealthStatus = z.enum(['up', 'degraded', 'down'])

export const unhealthy = defineProblem({ name: 'health/down', status: 503, title: 'Cairn is down' })

const details = defineNoun({ name: 'health.details', about: 'How each part fares', read: 'administrator' })

export const healthApi = {
  getLiveness: endpoint({
    method: 'GET',
    path: '/health/live',
    summary: 'The process answers',
    access: 'public',
    limit: 'none',
    reply: z.object({ status: z.literal('up') }),
  }),
  getReadiness: endpoint({
    method: 'GET',
    path: '/health/ready',
    summary: 'The process may take traffic: refused while it starts or drains, degraded while the disk is low',
    access: 'public',
    limit: 'none',
    reply: z.object({ status: z.enum(['up', 'degraded']) }),
    problems: [notReady],
  }),
  getHealth: endpoint({
    method: 'GET',
    path: '/health',
    summary: 'How each part fares: up, degraded or down; refused while a part is down that nothing works without',
    access: 'public',
    limit: 'none',
    reply: z.object({
      status: HealthStatus,
      components: z.array(z.object({ name: z.string(), status: HealthStatus })),
    }),
    problems: [unhealthy],
  }),
  getHealthDetails: endpoint({
    method: 'GET',
    path: '/health/details',
    summary: 'The same with words, for administrators; answered whatever is down',
    access: details.read,
    reply: z.object({
      status: HealthStatus,
      components: z.array(
        z.object({
          name: z.string(),
          isRequired: z.boolean(),
          status: HealthStatus,
          /** Milliseconds. */
          latency: z.number(),
          detail: z.string(),
          since: Instant,
        }),
      ),
    }),
  }),
}
