/**
 * Rate limits. Whoever is signed in has a budget of their own, and so has each of their keys; everybody else shares the
 * budget of their address. A header alone never chooses the budget: a token counts once its signature was checked, and
 * the address is the one that Fastify found behind the proxies it trusts.
 * Replies tell of the budget as `draft-ietf-httpapi-ratelimit-headers-10` describes.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Limit } from '#contract/endpoint'
import { Problem, tooManyRequests } from '#contract/problem'
import { minute, second } from '#std/duration'
import { bearerOf } from '../bearer.ts'
import { createLimiter, type Budget, type Grant } from './limiter.ts'
import { networkOf } from './network.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The budget of a route; without one it is not counted. What is no route at all is counted as usual. */
    limit?: Limit
  }
}

/** Who a token speaks for, such as `person:…` or `key:…`; undefined for one that is not ours. */
export type Recognise = (token: string) => Promise<string | undefined>

export interface RateLimitNeeds {
  recognise: Recognise
  now: () => number
  /** Requests a minute; 0 sets no limit. */
  rateLimitPerson: number
  rateLimitAddress: number
  rateLimitSignIn: number
}

export function limitRates(app: FastifyInstance, needs: RateLimitNeeds) {
  const limiter = createLimiter(needs.now)
  const budgets = budgetsOf(needs)
  app.addHook('onRequest', async (request, reply) => {
    const limit = request.is404 ? 'usual' : (request.routeOptions.config.limit ?? 'none')
    if (limit === 'none') return
    const principal = limit === 'usual' ? await principalOf(request, needs.recognise) : undefined
    const budget = limit === 'usual' ? budgets[principal === undefined ? 'address' : 'person'] : budgets.signIn
    if (budget.quota === 0) return
    const grant = limiter.take(`${budget.name} ${principal ?? networkOf(request.ip)}`, budget)
    reply.headers(describe(budget, grant))
    if (grant.isGranted) return
    const seconds = secondsOf(grant.wait)
    reply.header('retry-after', seconds)
    throw new Problem(tooManyRequests, `These were too many requests at once. Try again in ${seconds} s.`)
  })
}

const budgetsOf = ({ rateLimitPerson, rateLimitAddress, rateLimitSignIn }: RateLimitNeeds) => ({
  person: { name: 'person', quota: rateLimitPerson, window: minute },
  address: { name: 'address', quota: rateLimitAddress, window: minute },
  signIn: { name: 'sign-in', quota: rateLimitSignIn, window: minute },
})

async function principalOf(request: FastifyRequest, recognise: Recognise) {
  const token = bearerOf(request)
  return token === undefined ? undefined : recognise(token)
}

const describe = ({ name, quota, window }: Budget, { left, wait }: Grant) => ({
  'ratelimit-policy': `"${name}";q=${quota};w=${window / second}`,
  ratelimit: `"${name}";r=${left};t=${secondsOf(wait)}`,
})

const secondsOf = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / second))
