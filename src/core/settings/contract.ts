/** Settings on the wire: a person's own, and, for administrators, those of the whole installation. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'

export const SettingValue = z.union([
  z.string().max(2000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(200),
])
export type SettingValue = z.infer<typeof SettingValue>

/** Names are `module.setting`; every setting is present with its value or its default. */
export const SettingValues = z.record(z.string().max(100), SettingValue)
export type SettingValues = z.infer<typeof SettingValues>

export const Settings = z.object({
  mine: SettingValues,
  /** Null for members. */
  installation: SettingValues.nullable(),
})
export type Settings = z.infer<typeof Settings>

export const unknownSetting = defineProblem({
  name: 'settings/unknown-setting',
  status: 400,
  title: 'There is no such setting',
})

const settings = defineNoun({ name: 'settings.mine', about: 'Settings' })
const installation = defineNoun({
  name: 'settings.installation',
  about: 'Settings of the installation',
  read: 'administrator',
  write: 'administrator',
})

export const settingsApi = {
  getSettings: endpoint({
    method: 'GET',
    path: '/settings',
    summary: 'All settings with their values',
    access: settings.read,
    reply: Settings,
  }),
  updateSettings: endpoint({
    method: 'PATCH',
    path: '/settings',
    summary: 'Changes my settings',
    access: settings.write,
    body: SettingValues,
    reply: Settings,
    problems: [unknownSetting],
  }),
  updateInstallationSettings: endpoint({
    method: 'PATCH',
    path: '/settings/installation',
    summary: 'Changes settings of the installation',
    access: installation.write,
    body: SettingValues,
    reply: Settings,
    problems: [unknownSetting],
  }),
}
