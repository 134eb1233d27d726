import type { z } from 'zod'
import type { SettingValue } from './contract.ts'

export interface SettingDefinition {
  /** `module.setting` */
  name: `${string}.${string}`
  scope: 'person' | 'installation'
  schema: z.ZodType<SettingValue>
  fallback: SettingValue
}

/** Declares a setting. */
export function defineSetting(setting: SettingDefinition) {
  return setting
}
