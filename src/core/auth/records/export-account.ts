/** The job that packs all that is a person's into one archive. */
import { z } from 'zod'
import { FileId } from '#contract/id'
import { defineJob } from '#core/jobs'
import type { AuthNeeds } from '../needs.ts'
import { tell } from '../needs.ts'
import { zipOf } from '#core/zip'
import { keepArchive } from './exports.ts'

export const exportKind = 'account.export'

/** Bytes of the largest archive. */
const mostBytes = 64 * 1024 ** 3

const StoredBytes = z.object({ id: FileId, size: z.int(), hash: z.string(), type: z.string() })

export const exportAccount = defineJob({
  kind: exportKind,
  payload: z.object({}),
  steps: ['pack', 'keep'],
  async run(needs: AuthNeeds, { id: job, owner: person, signal, ...work }) {
    const { db, files, now, personal } = needs
    const bytes = await work.step('pack', StoredBytes, () =>
      files.put(zipOf(personal.export(db.read, person), { at: now(), signal }), { maxBytes: mostBytes }),
    )
    await work.write('keep', async (tx) => {
      await keepArchive(tx, files, { person, job, bytes, now: now() })
      await tell(needs, tx, { name: 'account.export-finished', person })
    })
  },
})
