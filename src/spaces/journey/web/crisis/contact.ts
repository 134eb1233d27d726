/** The person somebody would call, as they wrote it down in their settings. */
import type { SettingValues } from '#core/settings/contract'

export const contactSetting = 'journey.helpContact'

export const longestContact = 200

export function readContact(mine: SettingValues): string {
  const contact = mine[contactSetting]
  return typeof contact === 'string' ? contact : ''
}
