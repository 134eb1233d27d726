/** Secrets that are made here: opaque, with 256 bits, and kept as a hash only. A slow hash is for chosen passwords. */
import { createHash, randomBytes } from 'node:crypto'

export const newSecret = () => randomBytes(32).toString('base64url')

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
