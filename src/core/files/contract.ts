/** Files on the wire: what is known of mine, and links that carry their own permission. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { FileId, Instant } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import { day, hour, minute } from '#std/duration'

/** `size` in bytes, `hash` the sha256 in hex, `type` by content. */
export const StoredFile = z.object({
  id: FileId,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  hash: z.string(),
  createdAt: Instant,
})
export type StoredFile = z.infer<typeof StoredFile>

/** What of a file a link leads to. */
export const Variant = z.enum(['original'])
export type Variant = z.infer<typeof Variant>

/** How long a link works, in milliseconds. */
const linkLifetime = { least: 5 * minute, usual: hour, most: 7 * day }

export const fileNotFound = defineProblem({ name: 'files/file-not-found', status: 404, title: 'There is no such file' })
export const rangeOutside = defineProblem({
  name: 'files/range-outside',
  status: 416,
  title: 'The file has no such part',
})

const files = defineNoun({ name: 'files.files', about: 'Files: what is known of them, and links to them' })

export const filesApi = {
  listFiles: endpoint({
    method: 'GET',
    path: '/files',
    summary: 'My files, newest first',
    access: files.read,
    query: PageQuery,
    reply: pageOf(StoredFile),
  }),
  getFile: endpoint({
    method: 'GET',
    path: '/files/:fileId',
    summary: 'What is known of one file',
    access: files.read,
    reply: StoredFile,
    problems: [fileNotFound],
  }),
  linkFile: endpoint({
    method: 'POST',
    path: '/files/:fileId/link',
    summary: 'A link to the bytes of a file, for whoever holds it, until it expires',
    access: files.write,
    body: z.object({
      lifetime: z.int().min(linkLifetime.least).max(linkLifetime.most).default(linkLifetime.usual),
    }),
    footprint: 'small',
    reply: z.object({ path: z.string(), expiresAt: Instant }),
    problems: [fileNotFound],
  }),
}
