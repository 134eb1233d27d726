/** All that is a person's, on the wire: one archive of it, and its end with the account. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { FileId, Instant } from '#contract/id'
import { defineNoun } from '#contract/permission'
import { Job } from '#core/jobs/contract'
import { KnownPassword, lastAdministrator, tooManyTries, wrongPassword } from '../people/person-contract.ts'

/** A finished export: a zip archive among the files of the person, kept for a week. Ask the file for a link to it. */
export const Archive = z.object({
  fileId: FileId,
  /** Bytes. */
  size: z.int(),
  createdAt: Instant,
  expiresAt: Instant,
})
export type Archive = z.infer<typeof Archive>

const everything = defineNoun({ name: 'account.everything', about: 'All that is mine, as a whole', keys: false })

export const recordsApi = {
  exportAccount: endpoint({
    method: 'POST',
    path: '/account/export',
    summary: 'Puts all that is mine into one zip archive; an earlier archive goes',
    access: everything.write,
    status: 202,
    reply: Job,
  }),
  getExport: endpoint({
    method: 'GET',
    path: '/account/export',
    summary: 'The newest archive and the job that makes one, where there are such',
    access: everything.read,
    reply: z.object({ archive: Archive.nullable(), job: Job.nullable() }),
  }),
  deleteAccount: endpoint({
    method: 'DELETE',
    path: '/account',
    summary: 'Erases the account and all that is its own, for good',
    access: everything.write,
    body: z.object({ password: KnownPassword }),
    reply: z.object({}),
    problems: [wrongPassword, tooManyTries, lastAdministrator],
  }),
}
