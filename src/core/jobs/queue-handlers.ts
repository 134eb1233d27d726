/** The endpoints of the whole queue, for administrators. They show how jobs fare, never what they work on. */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import { readPage, toItems, type Reader } from '#core/db'
import { JobId } from '#contract/id'
import { jobNotFound, jobNotStopped, kindNotFound, mostSentAgain, type DeadJob, type KindStanding } from './contract.ts'
import type { JobRow, JobsContext } from './queue/job-row.ts'
import { pauseKind, resumeKind } from './queue/pause.ts'
import { sendAgain, sendDeadAgain } from './queue/send-again.ts'
import { readStanding } from './queue/standing.ts'
import { jobTables, literal } from './schema.ts'

interface Caller {
  id: string
}
interface KindRequest {
  caller: Caller
  params: { kind: string }
}
interface Filter {
  cursor?: string | undefined
  limit: number
  kind?: string | undefined
}

const lastFirst = { by: 'updated_at', key: z.int(), direction: 'desc' } as const

export function queueHandlers(context: JobsContext) {
  const { db } = context
  return {
    async getQueue() {
      return { kinds: await readStanding(db.read, context) }
    },
    pauseKind: (_: unknown, { caller, params: { kind } }: KindRequest) =>
      changeKind(context, kind, () => db.write((tx) => pauseKind(context, tx, { kind, actor: caller.id }))),
    resumeKind: (_: unknown, { caller, params: { kind } }: KindRequest) =>
      changeKind(context, kind, () => db.write((tx) => resumeKind(context, tx, { kind, actor: caller.id }))),
    async listDeadJobs(_: unknown, { query }: { query: Filter }) {
      return toItems(await readPage(selectDead(db.read, query), lastFirst, query), toDead)
    },
    async sendDeadJobAgain(_: unknown, { caller, params }: { caller: Caller; params: { jobId: string } }) {
      await db.write(async (tx) => {
        const row = await jobTables(tx).selectFrom('jobs').selectAll().where('id', '=', params.jobId).executeTakeFirst()
        if (!row) throw new Problem(jobNotFound, 'There is no such job, or it was finished long ago.')
        if (row.state !== 'failed') throw new Problem(jobNotStopped, 'Only a job that failed can be sent again.')
        await sendAgain(context, tx, { row, actor: caller.id })
      })
      return {}
    },
    async sendDeadJobsAgain(_: unknown, { caller, body: { kind } }: { caller: Caller; body: { kind: string } }) {
      const act = { kind, most: mostSentAgain, actor: caller.id }
      return { sent: await db.write((tx) => sendDeadAgain(context, tx, act)) }
    },
  }
}

/** Only kinds that this program knows or the queue holds can be paused. */
async function changeKind(context: JobsContext, kind: string, change: () => Promise<void>): Promise<KindStanding> {
  if (!(await findKind(context, kind))) throw noSuchKind()
  await change()
  const changed = await findKind(context, kind)
  if (!changed) throw noSuchKind()
  return changed
}

const noSuchKind = () => new Problem(kindNotFound, 'No job of this kind is known here.')

async function findKind(context: JobsContext, kind: string) {
  return (await readStanding(context.db.read, context)).find((standing) => standing.kind === kind)
}

function selectDead(reader: Reader, { kind }: Filter) {
  const dead = jobTables(reader).selectFrom('jobs').selectAll().where('state', '=', literal('failed'))
  return kind ? dead.where('kind', '=', kind) : dead
}

const toDead = ({ id, kind, owner, attempt, error, updated_at }: JobRow): DeadJob => ({
  id: JobId.parse(id),
  kind,
  owner,
  attempt,
  error,
  at: updated_at,
})
