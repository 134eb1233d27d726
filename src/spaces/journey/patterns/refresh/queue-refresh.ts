/**
 * Asks for a new reading in the transaction of every change that patterns depend on. Changes that come before a reading
 * begins share its job, because the key of the job counts the readings that began: two hundred imports give a few runs.
 */
import type { Tx } from '#core/db'
import type { AppendedEvent, InlineConsumer } from '#core/events'
import type { JobState } from '#core/jobs/contract'
import { second } from '#std/duration'
import type { Core } from '../../../../core/core.ts'
import { actionsTopic } from '../../actions/contract.ts'
import { journeyTopic } from '../../contract.ts'
import { journeyTables } from '../../schema.ts'
import { refreshKind, type RefreshPayload } from './refresh-kind.ts'

type Needs = Pick<Core, 'jobs' | 'now'>

/** What comes within this time of the first change is read with it. */
const quiet = 5 * second
/** A reading takes about a millisecond a session: who changes things all day has it read a fifth of the time at most. */
const quietOfSession = 4

/** By topic. Notes and priority of an action (`journey.action-noted`) say nothing to patterns. */
const touching: Readonly<Record<string, readonly string[]>> = {
  [journeyTopic]: [
    'journey.session-analysed',
    'journey.session-updated',
    'journey.session-deleted',
    'journey.session-restored',
    'journey.element-decided',
  ],
  [actionsTopic]: [
    'journey.action-added',
    'journey.action-changed',
    'journey.action-deleted',
    'journey.action-restored',
  ],
}

export const patternsAsking = (needs: Needs): InlineConsumer => ({
  name: 'journey.patterns',
  async handle(tx: Tx, { topic, name, owner }: AppendedEvent) {
    if (touching[topic]?.includes(name) === true) await askForReading(needs, tx, owner)
  },
})

async function askForReading(needs: Needs, tx: Tx, owner: string) {
  const readings = journeyTables(tx).selectFrom('journey_pattern_readings').where('owner', '=', owner)
  const reading = await readings.select(['run', 'is_asked', 'sessions']).executeTakeFirst()
  const wait = Math.max(quiet, (reading?.sessions ?? 0) * quietOfSession)
  const run = await enqueueRun(needs, tx, { owner, run: reading?.run ?? 0, wait })
  if (!reading) {
    const blank = { read_run: 0, computed_at: null, sessions: 0, kinds: '[]', told_at: null }
    await journeyTables(tx)
      .insertInto('journey_pattern_readings')
      .values({ ...blank, owner, run, is_asked: 1 })
      .execute()
    return
  }
  if (reading.is_asked === 1 && reading.run === run) return
  await journeyTables(tx)
    .updateTable('journey_pattern_readings')
    .set({ run, is_asked: 1 })
    .where('owner', '=', owner)
    .execute()
}

const isOver: readonly JobState[] = ['done', 'failed', 'cancelled']

interface Asking {
  owner: string
  run: number
  wait: number
}

/** A job that ended before it began, because somebody stopped it, is left behind: the next number is free. */
async function enqueueRun({ jobs, now }: Needs, tx: Tx, { owner, run, wait }: Asking): Promise<number> {
  const payload: RefreshPayload = { run }
  const key = `${refreshKind} ${owner} ${run}`
  const job = await jobs.enqueue(tx, { kind: refreshKind, owner, payload, key, runAt: now() + wait })
  return isOver.includes(job.state) ? enqueueRun({ jobs, now }, tx, { owner, run: run + 1, wait }) : run
}
