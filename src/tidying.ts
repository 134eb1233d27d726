/** What is tidied up once a day, so that nothing grows for ever. */
import { z } from 'zod'
import type { Auth } from '#core/auth'
import { pruneReplies } from '#core/http'
import { defineJob } from '#core/jobs'
import { day } from '#std/duration'
import type { Core } from './core/core.ts'

/** Once every consumer has passed them. */
const eventsKeptFor = 180 * day
const eventsAtOnce = 5000

const noPayload = z.object({})

/** Bytes that belong to nobody, sign-ins that nobody can renew, replies that nobody may ask for again, old events. */
export function tidying({ auth, core }: { auth: Auth; core: Core }) {
  return defineJob({
    kind: 'core.tidy',
    payload: noPayload,
    steps: ['files', 'sign-ins', 'replies', 'log'],
    every: day,
    footprint: 'frees',
    async run(_: Core, work) {
      await work.step('files', z.int(), () => core.files.sweep(day))
      await work.write('sign-ins', auth.prune)
      await work.write('replies', (tx) => pruneReplies(tx, core.now()))
      await work.step('log', z.int(), () => forgetOldEvents(core))
    },
  })
}

async function forgetOldEvents({ db, events, now }: Core) {
  let forgotten = 0
  for (let some = eventsAtOnce; some === eventsAtOnce; forgotten += some) {
    some = await db.write((tx) => events.removeOld(tx, { before: now() - eventsKeptFor, most: eventsAtOnce }))
  }
  return forgotten
}
