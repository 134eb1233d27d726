/** The endpoints of the report. */
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import { journeyTables } from '../schema.ts'
import type { reportApi } from './contract.ts'
import { markdownOf } from './markdown.ts'
import { readReport } from './report.ts'

export const reportHandlers: Handlers<typeof reportApi, Core, Caller, Visit> = {
  async getReport(core, { caller, query: { format, ...span } }) {
    const report = await readReport(core, { ...span, owner: caller.id })
    return { report, markdown: format === 'markdown' ? markdownOf(report) : null }
  },
  async writeReflection({ db, events, now }, { caller, body: { from, to, text } }) {
    const written = { text: text.toWellFormed(), updated_at: now() }
    await db.write(async (tx) => {
      await journeyTables(tx)
        .insertInto('journey_reflections')
        .values({ owner: caller.id, from_day: from, to_day: to, ...written })
        .onConflict((conflict) => conflict.columns(['owner', 'from_day', 'to_day']).doUpdateSet(written))
        .execute()
      const about = { topic: 'journey-reports', entity: `${from} ${to}`, owner: caller.id, actor: caller.id }
      await events.append(tx, { ...about, name: 'journey.reflection-written' })
    })
    return { text: written.text, updatedAt: written.updated_at }
  },
}
