/** Keeps the list short: what happened long ago is removed, read or not. */
import { z } from 'zod'
import { day } from '#std/duration'
import { defineJob } from '#core/jobs'
import { notificationTables } from './schema.ts'

const keptFor = 90 * day

export const pruneNotifications = defineJob({
  kind: 'notifications.prune',
  payload: z.object({}),
  steps: ['prune'],
  every: day,
  async run({ now }: { now: () => number }, work) {
    await work.write('prune', async (tx) => {
      await notificationTables(tx)
        .deleteFrom('notifications')
        .where('at', '<', now() - keptFor)
        .execute()
    })
  },
})
