/** Links for a professional, on the wire: read-only, for a time, for whoever holds the secret. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { CalendarDay, Instant, idOf } from '#contract/id'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import { day, hour } from '#std/duration'
import { Element, sessionNotFound } from '../elements/contract.ts'
import { Report } from '../report/contract.ts'
import { Transcript } from '../sessions/contract.ts'

const ShareId = idOf('share')

/** How long a link works, in milliseconds. */
const shareLifetime = { least: hour, usual: 14 * day, most: 90 * day }
export const mostShares = 50

export const Share = z.object({
  id: ShareId,
  kind: z.enum(['report', 'session']),
  /** For whom, as the person noted it. */
  label: z.string(),
  from: CalendarDay,
  to: CalendarDay,
  hidesNames: z.boolean(),
  createdAt: Instant,
  expiresAt: Instant,
  /** The last time; null while nobody has. */
  openedAt: Instant.nullable(),
  opens: z.int(),
})
export type Share = z.infer<typeof Share>

const SharedSession = z.object({
  title: z.string(),
  date: CalendarDay,
  description: z.string(),
  clientName: z.string(),
  professionalName: z.string(),
  transcript: Transcript,
  elements: z.array(Element.pick({ kind: true, label: true, spans: true })),
})

export const Shared = z.object({ expiresAt: Instant, report: Report.nullable(), session: SharedSession.nullable() })
export type Shared = z.infer<typeof Shared>

export const shareNotFound = defineProblem({
  name: 'journey/share-not-found',
  status: 404,
  title: 'This link leads nowhere any more',
})
export const tooManyShares = defineProblem({
  name: 'journey/too-many-shares',
  status: 409,
  title: 'There are too many open links',
})
export const nothingToShare = defineProblem({
  name: 'journey/nothing-to-share',
  status: 409,
  title: 'There is nothing to share in these days',
})

const shares = defineNoun({ name: 'journey.shares', about: 'Links with which others may read', keys: false })

const Terms = {
  label: z.string().trim().max(100).default(''),
  hidesNames: z.boolean().default(false),
  lifetime: z.int().min(shareLifetime.least).max(shareLifetime.most).default(shareLifetime.usual),
}
/** The secret is told once. */
const Made = z.object({ share: Share, secret: z.string() })

export const sharesApi = {
  listShares: endpoint({
    method: 'GET',
    path: '/journey/shares',
    summary: 'My links that work, newest first',
    access: shares.read,
    reply: z.object({ items: z.array(Share) }),
  }),
  shareReport: endpoint({
    method: 'POST',
    path: '/journey/shares',
    summary:
      'Makes a link to the report of a span: of the sessions that are there now, as they stand when it is opened',
    access: shares.write,
    body: z.object({ from: CalendarDay, to: CalendarDay, ...Terms }),
    status: 201,
    reply: Made,
    problems: [tooManyShares, nothingToShare],
  }),
  shareSession: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/shares',
    summary: 'Makes a link to one session',
    access: shares.write,
    body: z.object(Terms),
    status: 201,
    reply: Made,
    problems: [sessionNotFound, tooManyShares],
  }),
  revokeShare: endpoint({
    method: 'DELETE',
    path: '/journey/shares/:shareId',
    summary: 'Ends a link at once',
    access: shares.write,
    reply: z.object({}),
    problems: [shareNotFound],
  }),
  openShare: endpoint({
    method: 'POST',
    path: '/journey/shared',
    summary: 'What a link leads to, for whoever holds its secret',
    access: 'public',
    limit: 'sign-in',
    footprint: 'small',
    body: z.object({ secret: z.string().max(100) }),
    reply: Shared,
    problems: [shareNotFound],
  }),
}
