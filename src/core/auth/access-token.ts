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
const algorithm = 'HS256'
const type = 'at+jwt'
const audience = 'cairn'
const Claims = z.object({ sub: z.string(), sid: z.string(), exp: z.int() })

export function createAccessTokens(keyInHex: string, now: () => number): AccessTokens {
  const key = Buffer.from(keyInHex, 'hex')
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
      const pinned = { algorithms: [algorithm], audience, typ: type, currentDate: new Date(now()) }
      const verified = await jwtVerify(token, key, pinned).catch(() => undefined)
      const claims = Claims.safeParse(verified?.payload)
      if (!claims.success) return undefined
      const { sub, sid, exp } = claims.data
      return { personId: sub, signInId: sid, expiresAt: exp * second }
    },
  }
}
