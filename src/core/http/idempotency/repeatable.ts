/** Which requests may come twice, and what makes two of them the same. */
import type { FastifyRequest } from 'fastify'
import { invalidRequest, Problem } from '#contract/problem'
import { longestKey } from '../limits.ts'
import type { Repeatable } from './idempotency.ts'

/**
 * Undefined for what carries no key, or changes nothing twice. Of an upload only the name counts: its bytes are not
 * read yet, and its length differs with the boundary that the browser draws.
 */
export function repeatableOf(request: FastifyRequest, personId: string, fileName?: string): Repeatable | undefined {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]+$/.test(key) || key.length > longestKey) {
    throw new Problem(invalidRequest, `An idempotency key is 1 to ${longestKey} characters of ASCII without spaces.`)
  }
  const { url = '' } = request.routeOptions
  return { key, scope: [personId, url], content: [request.url, request.body ?? null, fileName ?? null] }
}
