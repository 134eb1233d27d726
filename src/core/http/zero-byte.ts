/** The one character that PostgreSQL cannot keep is refused at the door, so that every record answers alike. */
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import { invalidRequest, Problem } from '#contract/problem'

export function refuseZeroBytes(request: FastifyRequest, _: FastifyReply, done: HookHandlerDoneFunction) {
  const path = (['params', 'query', 'body'] as const).find((part) => hasZeroByte(request[part]))
  done(path && zeroByteIn(path))
}

export function zeroByteIn(path: string) {
  const message = 'The character U+0000 cannot be kept. Take it out and send again.'
  return new Problem(invalidRequest, message, [{ path, message }])
}

/** Without recursion: a body may be nested as deeply as it is long. */
export function hasZeroByte(value: unknown): boolean {
  const left = [value]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one === 'string' && one.includes('\0')) return true
    if (typeof one !== 'object' || one === null) continue
    for (const [name, inner] of Object.entries(one)) left.push(name, inner)
  }
  return false
}
