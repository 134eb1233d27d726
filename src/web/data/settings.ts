/** Settings in the cache: the person's own and, for administrators, those of the installation. */
import { queryOptions } from '@tanstack/react-query'
import type { Settings, SettingValues } from '#core/settings/contract'
import { settings } from './clients.ts'
import { queryClient } from './queries.ts'

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => settings.getSettings({}, { signal }),
  staleTime: 60_000,
})

export const saveMine = (values: SettingValues) => settings.updateSettings({ body: values })

export const saveInstallation = (values: SettingValues) => settings.updateInstallationSettings({ body: values })

export const keepSettings = (saved: Settings) => queryClient.setQueryData(settingsQuery.queryKey, saved)
