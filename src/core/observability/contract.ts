/** Health on the wire. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { notReady } from '#contract/problem'

export const healthApi = {
  getLiveness: endpoint({
    method: 'GET',
    path: '/health/live',
    summary: 'The process answers',
    access: 'public',
    reply: z.object({ status: z.literal('up') }),
  }),
  getReadiness: endpoint({
    method: 'GET',
    path: '/health/ready',
    summary: 'The process may take traffic: false while it starts and while it drains',
    access: 'public',
    reply: z.object({ status: z.literal('up') }),
    problems: [notReady],
  }),
}
