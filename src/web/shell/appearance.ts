/** Light, dark, or as the system says: kept with the account, so that it follows the person to other machines. */
import { useMantineColorScheme } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { z } from 'zod'
import { keepSettings, saveMine, settingsQuery } from '../data/settings.ts'

const Scheme = z.enum(['system', 'light', 'dark'])
export type Scheme = z.infer<typeof Scheme>

export const schemes = Scheme.options

const setting = 'appearance.theme'

export function useScheme(): { scheme: Scheme; choose(scheme: Scheme): void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const save = useMutation({ mutationFn: (scheme: Scheme) => saveMine({ [setting]: scheme }), onSuccess: keepSettings })
  return {
    scheme: colorScheme === 'auto' ? 'system' : colorScheme,
    choose(scheme) {
      setColorScheme(toMantine(scheme))
      save.mutate(scheme)
    },
  }
}

/** Brings the page to what the account says. */
export function useChosenScheme() {
  const { setColorScheme } = useMantineColorScheme()
  const { data } = useQuery(settingsQuery)
  const { data: chosen } = Scheme.safeParse(data?.mine[setting])
  useEffect(() => {
    if (chosen) setColorScheme(toMantine(chosen))
  }, [chosen, setColorScheme])
}

const toMantine = (scheme: Scheme) => (scheme === 'system' ? 'auto' : scheme)
