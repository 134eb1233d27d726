/** Lets exports and imports of last week, and links whose time is over, go once a day. */
import { z } from 'zod'
import { defineJob } from '#core/jobs'
import { day } from '#std/duration'
import type { Core } from '../../../core/core.ts'
import { pruneExports } from './exports.ts'
import { pruneShares } from '../shares/shares.ts'
import { pruneImports } from './imports.ts'

export const pruneArchives = defineJob({
  kind: 'journey.prune-archives',
  payload: z.object({}),
  steps: ['exports', 'imports', 'shares'],
  every: day,
  footprint: 'frees',
  async run({ files, now }: Core, work) {
    await work.write('exports', (tx) => pruneExports(tx, files, now()))
    await work.write('imports', (tx) => pruneImports(tx, files, now()))
    await work.write('shares', (tx) => pruneShares(tx, now()))
  },
})
