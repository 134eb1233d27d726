/** The first time, days are made to begin where the browser is. Afterwards the person decides in the settings. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keepSettings, saveMine, settingsQuery } from '../../../../web/data/settings.ts'

const setting = 'journey.zone'

export function useOwnZone() {
  const { data } = useQuery(settingsQuery)
  const isUnknown = data?.mine[setting] === ''
  useEffect(() => {
    if (!isUnknown) return
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    // Without it days are those of UTC, and the next visit tries again.
    saveMine({ [setting]: zone }).then(keepSettings, () => undefined)
  }, [isUnknown])
}
