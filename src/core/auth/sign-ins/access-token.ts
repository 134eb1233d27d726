/** Access tokens: JWTs of ten minutes. Algorithm, audience and type are pinned. */
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { minute, second } from '#std/duration'

export interface Access {
  personId: string
  signInId: string
  expiresAt: number
}

export interface AccessTokens {
  issue(personId: string, signInId: string): Promise<{ accessToken: string; expiresAt: number }>
  /** Undefined for any token that is not one of ours or is over. */
  verify(token: string): Promise<Access | undefined>
}

const lifetime = 10 * minute
/** Tokens whose signature is remembered; a request shows its token more than once, and a page the same one for minutes. */
const mostKnown = 1000
const algorithm = 'HS256'
const type = 'at+jwt'
const audience = 'cairn'
const Claims = z.object({ sub: z.string(), sid: z.string(), exp: z.int() })

export function createAccessTokens(keyInHex: string, now: () => number): AccessTokens {
  const key = Buffer.from(keyInHex, 'hex')
  const known = new Map<string, Access>()

  async function check(token: string): Promise<Access | undefined> {
    const pinned = { algorithms: [algorithm], audience, typ: type, currentDate: new Date(now()) }
    const verified = await jwtVerify(token, key, pinned).catch(() => undefined)
    const claims = Claims.safeParse(verified?.payload)
    if (!claims.success) return undefined
    const { sub, sid, exp } = claims.data
    const access = { personId: sub, signInId: sid, expiresAt: exp * second }
    if (known.size >= mostKnown) known.clear()
    known.set(token, access)
    return access
  }

  return {
    async issue(personId, signInId) {
      const expiresAt = Math.floor((now() + lifetime) / second) * second
      const token = new SignJWT({ sid: signInId })
        .setProtectedHeader({ alg: algorithm, typ: type })
        .setSubject(personId)
        .setAudience(audience)
        .setExpirationTime(expiresAt / second)
      return { accessToken: await token.sign(key), expiresAt }
    },
    async verify(token) {
      const access = known.get(token) ?? (await check(token))
      return access && access.expiresAt > now() ? access : undefined
    },
  }
}
