/** The jobs behind reminders: one looks whose time has come, and one a person tells what there is to tell. */
import { z } from 'zod'
import { hour, minute } from '#std/duration'
import type { Tx } from '#core/db'
import { defineJob } from '#core/jobs'
import type { Core } from '../../../../core/core.ts'
import { journeyTables } from '../../schema.ts'
import { remind } from './remind.ts'
import { readWishes } from './settings.ts'

const remindKind = 'journey.remind'
const atOnce = 500
/** When somebody is looked at again whose job came to nothing. */
const againAfter = hour

/** Owned by nobody: a person's own jobs are what they asked for. */
export const findReminders = defineJob({
  kind: 'journey.find-reminders',
  payload: z.object({}),
  steps: ['find'],
  every: 5 * minute,
  weight: 'light',
  run: (core: Core, work) => work.write('find', (tx) => enqueueDue(core, tx)),
})

async function enqueueDue({ jobs, now }: Core, tx: Tx) {
  const times = journeyTables(tx).selectFrom('journey_reminder_times').select('owner').where('next_at', '<=', now())
  const owners = (await times.orderBy('next_at').orderBy('owner').limit(atOnce).execute()).map(({ owner }) => owner)
  if (owners.length === 0) return
  await jobs.enqueueAll(
    tx,
    owners.map((owner) => ({ kind: remindKind, owner: '', payload: { person: owner } })),
  )
  await journeyTables(tx)
    .updateTable('journey_reminder_times')
    .set({ next_at: now() + againAfter })
    .where('owner', 'in', owners)
    .execute()
}

export const remindPerson = defineJob({
  kind: remindKind,
  payload: z.object({ person: z.string() }),
  steps: ['tell'],
  weight: 'light',
  async run(core: Core, work) {
    const { person: owner } = work.payload
    const wishes = await readWishes(core, owner)
    await work.write('tell', (tx) => remind(core, tx, { owner, wishes }))
  },
})
