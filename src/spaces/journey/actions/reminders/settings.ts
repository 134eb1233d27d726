/** What a person says about being reminded, and in which zone their days begin. */
import { z } from 'zod'
import { defineSetting } from '#core/settings'
import type { Core } from '../../../../core/core.ts'

export const Rhythm = z.enum(['off', 'daily', 'weekly', 'monthly'])
export type Rhythm = z.infer<typeof Rhythm>

/** Empty until a browser said where it is; until then days are those of UTC. */
const Zone = z
  .string()
  .max(100)
  .refine((name) => name === '' || isZone(name), 'There is no such time zone.')

function isZone(name: string) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const zone = defineSetting({ name: 'journey.zone', scope: 'person', schema: Zone, fallback: '' })
const rhythm = defineSetting({ name: 'journey.reminders', scope: 'person', schema: Rhythm, fallback: 'off' })
const dueReminders = defineSetting({
  name: 'journey.due-reminders',
  scope: 'person',
  schema: z.boolean(),
  fallback: true,
})

export const reminderSettings = [zone, rhythm, dueReminders]

export interface Wishes {
  zone: string
  rhythm: Rhythm
  remindsOfDue: boolean
}

type Reading = Pick<Core, 'settings'>

export async function readZone({ settings }: Reading, owner: string): Promise<string> {
  const name = Zone.parse(await settings.read(zone.name, owner))
  return name === '' ? 'UTC' : name
}

export async function readWishes(core: Reading, owner: string): Promise<Wishes> {
  return {
    zone: await readZone(core, owner),
    rhythm: Rhythm.parse(await core.settings.read(rhythm.name, owner)),
    remindsOfDue: z.boolean().parse(await core.settings.read(dueReminders.name, owner)),
  }
}
