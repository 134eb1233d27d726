/**
 * The job that reads what spans a person's sessions: it ties elements that belong together, then looks for patterns and
 * stores what it finds, in place of the last reading.
 */
import { z } from 'zod'
import type { Tx } from '#core/db'
import { defineJob } from '#core/jobs'
import { dayIn } from '#std/zoned-time'
import type { Core } from '../../../../core/core.ts'
import { readQuoteSources } from '../../elements/quote-sources.ts'
import { readZone } from '../../actions/reminders/settings.ts'
import { readLinks, refreshLinks } from '../../links/refresh-links.ts'
import { journeyTables } from '../../schema.ts'
import { readActionPages } from '../reading/read-actions.ts'
import { countSessions, readPages } from '../reading/read-record.ts'
import { findInThread } from './find-in-thread.ts'
import type { Outcome } from './messages.ts'
import { refreshKind, RefreshPayload } from './refresh-kind.ts'
import { storePatterns } from './store-patterns.ts'

const Linked = z.object({ links: z.int(), sessions: z.int() })

export const refreshPatterns = defineJob({
  kind: refreshKind,
  payload: RefreshPayload,
  steps: ['begin', 'link', 'find', 'store'],
  most: 1,
  async run(core: Core, work) {
    const { owner, signal } = work
    const run = work.payload.run + 1
    await work.write('begin', (tx) => beginReading(tx, { owner, run }))
    await work.step('link', Linked, () => refreshLinks(core, { owner, signal }))
    const find = async () => {
      const { read } = core.db
      const total = await countSessions(read, owner)
      const zone = await readZone(core, owner)
      const links = await readLinks(read, owner)
      const [pages, actions] = [readPages(read, { owner }), readActionPages(read, owner)]
      const sources = (ids: readonly string[]) => readQuoteSources(read, ids)
      const rows = { pages, actions, links, sources, zone, today: dayIn(core.now(), zone) }
      return findInThread(rows, (done) => work.progress(done, total), signal)
    }
    const found: Outcome[] = []
    await work.step('find', z.null(), async () => {
      found.push(await find())
      return null
    })
    // What was found is not kept with the step, for it is large; after a crash it is found again.
    const outcome = found[0] ?? (await find())
    await work.write('store', (tx) => storePatterns(core, tx, { owner, run, outcome, actor: `job:${work.id}` }))
  },
})

/** From here on changes ask for the next reading. */
async function beginReading(tx: Tx, { owner, run }: { owner: string; run: number }) {
  await journeyTables(tx)
    .updateTable('journey_pattern_readings')
    .set({ run, is_asked: 0 })
    .where('owner', '=', owner)
    .where('run', '<', run)
    .execute()
}
