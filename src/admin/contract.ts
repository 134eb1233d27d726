/** Administration on the wire: what administrators ask for and no module of the core offers by itself. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { defineNoun } from '#contract/permission'
import { SettingValue } from '#core/settings/contract'

/** A setting that is read at the start. `origin` is `default`, `cairn.json`, or the name of a variable or a flag. */
export const StartSetting = z.object({
  name: z.string(),
  /** `(set)` for a secret that is there; empty for what has no value. */
  value: z.string(),
  origin: z.string(),
  about: z.string(),
  /** What it is called in the environment and as a flag. */
  names: z.array(z.string()),
})
export type StartSetting = z.infer<typeof StartSetting>

export const InstallationSetting = z.object({
  name: z.string(),
  value: SettingValue,
  fallback: SettingValue,
  isChanged: z.boolean(),
})
export type InstallationSetting = z.infer<typeof InstallationSetting>

/** What follows the log, as far as it is. */
export const Consumer = z.object({
  name: z.string(),
  /** Events that it has not passed yet. */
  lag: z.int(),
  /** How often it failed since it last got on. */
  failures: z.int(),
  error: z.string().nullable(),
  /** When it tries again; null while nothing failed. */
  retryAt: z.int().nullable(),
})
export type Consumer = z.infer<typeof Consumer>

const configuration = defineNoun({
  name: 'admin.configuration',
  about: 'How the installation is set up',
  read: 'administrator',
})
const consumers = defineNoun({
  name: 'admin.consumers',
  about: 'How far the consumers of the log are',
  read: 'administrator',
})

export const adminApi = {
  getConfiguration: endpoint({
    method: 'GET',
    path: '/admin/configuration',
    summary: 'Every setting of the installation, its value and where it comes from; no secrets',
    access: configuration.read,
    reply: z.object({ start: z.array(StartSetting), installation: z.array(InstallationSetting) }),
  }),
  listConsumers: endpoint({
    method: 'GET',
    path: '/admin/consumers',
    summary: 'What follows the log: how far behind each is, and what keeps it',
    access: consumers.read,
    reply: z.object({ items: z.array(Consumer) }),
  }),
}
