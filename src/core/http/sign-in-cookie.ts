/** Reads and sets the refresh cookie of a request; for a page of another origin there is none. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieNames, type SignInCookie } from '#core/auth'

const none: SignInCookie = { read: () => undefined, set() {}, clear() {} }

export function signInCookie(request: FastifyRequest, reply: FastifyReply, isForeign: boolean): SignInCookie {
  if (isForeign) return none
  const secure = request.protocol === 'https'
  const name = secure ? cookieNames.secure : cookieNames.plain
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  return {
    read: () => request.cookies[name],
    set: (token, maxAge) => void reply.setCookie(name, token, { ...options, maxAge: Math.floor(maxAge / 1000) }),
    clear: () => void reply.clearCookie(name, options),
  }
}
