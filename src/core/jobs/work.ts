/** What a running job holds in its hands: steps that happen once, writes behind a fence, progress. */
import { fromJson, toJson, type Tx } from '#core/db'
import { jobsTopic, type Progress } from './contract.ts'
import type { Work } from './definition.ts'
import { toJob, withSteps, type JobRow, type JobsContext } from './queue.ts'
import { jobTables } from './schema.ts'

/** Raised when another holder took the job over; this run must leave no trace. */
export class FencedOff extends Error {
  constructor() {
    super('Another worker holds this job now')
    this.name = 'FencedOff'
  }
}

const leastPause = 250

export function createWork(context: JobsContext, row: JobRow, signal: AbortSignal) {
  const reporter = createReporter(context, row)
  const work: Work<string> = {
    id: row.id,
    owner: row.owner,
    payload: row.payload,
    attempt: row.attempt,
    signal,
    async step(name, output, body) {
      const stored = await readStep(context, row.id, name)
      if (stored !== undefined) return fromJson(output, stored)
      signal.throwIfAborted()
      reporter.report({ step: name })
      const text = toJson(await body())
      // Checked before it is kept: an output that does not fit must not stand in the way of the next try.
      const result = fromJson(output, text)
      await context.db.write(async (tx) => {
        await assertHeld(tx, row)
        await storeStep(tx, { job_id: row.id, name, output: text, at: context.now() })
      })
      return result
    },
    async write(name, body) {
      if ((await readStep(context, row.id, name)) !== undefined) return
      signal.throwIfAborted()
      reporter.report({ step: name })
      await context.db.write(async (tx) => {
        await assertHeld(tx, row)
        await body(tx)
        await storeStep(tx, { job_id: row.id, name, output: 'null', at: context.now() })
      })
    },
    progress: (done, total) => reporter.report({ ...reporter.latest(), done, total }),
  }
  return { work, end: reporter.end }
}

async function readStep({ db }: JobsContext, jobId: string, name: string) {
  const query = jobTables(db.read).selectFrom('job_steps').select('output')
  const step = await query.where('job_id', '=', jobId).where('name', '=', name).executeTakeFirst()
  return step?.output
}

async function storeStep(tx: Tx, step: { job_id: string; name: string; output: string; at: number }) {
  await jobTables(tx).insertInto('job_steps').values(step).execute()
}

/** Throws `FencedOff` unless this claim is the one that counts. */
export async function assertHeld(tx: Tx, { id, holder, attempt }: JobRow) {
  const query = jobTables(tx).selectFrom('jobs').select('id').where('id', '=', id).where('state', '=', 'running')
  const held = await query.where('holder', '=', holder).where('attempt', '=', attempt).executeTakeFirst()
  if (!held) throw new FencedOff()
}

function createReporter(context: JobsContext, row: JobRow) {
  let latest: Progress = { step: '' }
  let timer: NodeJS.Timeout | undefined
  let shownAt = 0
  let showing: Promise<void> = Promise.resolve()

  const show = () => {
    timer = undefined
    shownAt = performance.now()
    showing = showing
      .then(() => saveProgress(context, row, latest))
      .catch((error: unknown) => context.log.warn({ err: error, job: row.id }, 'progress could not be shown'))
  }
  return {
    latest: () => latest,
    report(progress: Progress) {
      latest = progress
      timer ??= setTimeout(show, Math.max(0, shownAt + leastPause - performance.now()))
    },
    end() {
      clearTimeout(timer)
      return showing
    },
  }
}

async function saveProgress(context: JobsContext, { id, owner, holder, attempt }: JobRow, progress: Progress) {
  const changed = await context.db.write((tx) =>
    jobTables(tx)
      .updateTable('jobs')
      .set({ progress: toJson(progress), updated_at: context.now() })
      .where('id', '=', id)
      .where('holder', '=', holder)
      .where('attempt', '=', attempt)
      .where('state', '=', 'running')
      .returningAll()
      .executeTakeFirst(),
  )
  if (!changed) return
  const [job = toJob(context, changed, [])] = await withSteps(context, context.db.read, [changed])
  context.signals.publish({ topic: jobsTopic, owner, name: 'progress', payload: { ...job } })
}
