/** The finished steps of one job, behind the fence. */
import type { Tx } from '#core/db'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { jobTables } from '../schema.ts'
import { FencedOff } from '../verdicts.ts'

export function createSteps({ db, now }: Pick<JobsContext, 'db' | 'now'>, row: JobRow) {
  let known: Promise<Map<string, string>> | undefined
  // A job that is claimed for the first time cannot have finished a step.
  const load = () =>
    (known ??= row.attempt === 1 ? Promise.resolve(new Map<string, string>()) : readSteps({ db }, row.id))
  return {
    /** The stored output as JSON, or undefined when the step was not finished. */
    find: async (name: string) => (await load()).get(name),
    /** Runs `effect` and keeps the step in the same transaction. Throws `FencedOff` unless this claim counts. */
    async keep(name: string, output: string, effect: (tx: Tx) => Promise<void>) {
      await db.write(async (tx) => {
        await assertHeld(tx, row)
        await effect(tx)
        await jobTables(tx).insertInto('job_steps').values({ job_id: row.id, name, output, at: now() }).execute()
      })
      const steps = await load()
      steps.set(name, output)
    },
    /** Whether there may be outputs in the record. */
    hasAny: () => known !== undefined || row.attempt > 1,
  }
}

async function readSteps({ db }: Pick<JobsContext, 'db'>, jobId: string) {
  const query = jobTables(db.read).selectFrom('job_steps').select(['name', 'output']).where('job_id', '=', jobId)
  return new Map((await query.execute()).map(({ name, output }) => [name, output]))
}

async function assertHeld(tx: Tx, { id, holder, attempt }: JobRow) {
  const query = jobTables(tx).selectFrom('jobs').select('id').where('id', '=', id).where('state', '=', 'running')
  const held = await query.where('holder', '=', holder).where('attempt', '=', attempt).executeTakeFirst()
  if (!held) throw new FencedOff()
}
