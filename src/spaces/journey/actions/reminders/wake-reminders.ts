/** Has a person looked at soon, because what they are to be reminded of may have changed. */
import type { Tx } from '#core/db'
import type { AppendedEvent, InlineConsumer } from '#core/events'
import { journeyTables } from '../../schema.ts'

/** A time that has passed: at the next look. */
const soon = 0

export async function wakeReminders(tx: Tx, owner: string) {
  await journeyTables(tx)
    .insertInto('journey_reminder_times')
    .values({ owner, next_at: soon, summarised_on: null })
    .onConflict((conflict) => conflict.column('owner').doUpdateSet({ next_at: soon }))
    .execute()
}

/** Another zone or rhythm has other times. */
export const reminderKeeping: InlineConsumer = {
  name: 'journey.reminder-settings',
  async handle(tx: Tx, { name, owner, payload }: AppendedEvent) {
    if (name !== 'settings.settings-changed' || owner === '') return
    if (JSON.stringify(payload['names'] ?? []).includes('"journey.')) await wakeReminders(tx, owner)
  },
}
