/** Links that carry their own permission: an HMAC over the file, the variant, the expiry and what may be done. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { FileId } from '#contract/id'
import { Variant } from './contract.ts'

export const linkPrefix = '/f/'

export interface Link {
  fileId: FileId
  variant: Variant
  /** Milliseconds since 1970. */
  expires: number
}

export function linkTo(link: Link, key: string) {
  const { fileId, variant, expires } = link
  return `${linkPrefix}${fileId}/${variant}?expires=${expires}&signature=${sign(link, key).toString('base64url')}`
}

const Parts = z.object({
  fileId: FileId,
  variant: Variant,
  expires: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  signature: z.base64url().length(43),
})

/** The link at this address; undefined when this server did not sign it. Whether its time is over is not asked. */
export function readLink(path: string, query: object, key: string): Link | undefined {
  const [fileId, variant, ...more] = path.split('/')
  const parsed = Parts.safeParse({ ...query, fileId, variant })
  if (!parsed.success || more.length > 0) return undefined
  const { signature, ...link } = parsed.data
  return timingSafeEqual(Buffer.from(signature, 'base64url'), sign(link, key)) ? link : undefined
}

/** `read` is for GET and HEAD; a link to do more would say so here. */
const sign = ({ fileId, variant, expires }: Link, key: string) =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(`read\n${fileId}\n${variant}\n${expires}`).digest()
