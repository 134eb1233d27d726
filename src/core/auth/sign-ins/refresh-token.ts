/**
 * Refresh tokens: `<sign-in id>.<secret>`, opaque to the browser and hashed at rest. The successor of a token is an HMAC
 * of it under a key of the server, so it can be given again to a second tab though only hashes are stored.
 */
import { createHmac } from 'node:crypto'
import { newSecret } from '../secret.ts'

export const newToken = (signInId: string) => `${signInId}.${newSecret()}`

export function successorOf(token: string, keyInHex: string) {
  const secret = createHmac('sha256', Buffer.from(keyInHex, 'hex')).update(token).digest('base64url')
  return `${signInIdOf(token)}.${secret}`
}

export const signInIdOf = (token: string) => token.slice(0, token.indexOf('.'))
