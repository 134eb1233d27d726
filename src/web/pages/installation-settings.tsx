/** What holds for everybody on this Cairn. */
import { SegmentedControl } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { keepSettings, saveInstallation, settingsQuery } from '../data/settings.ts'
import { refetchWelcome } from '../data/welcome.ts'
import { Problem } from '../kit/problem.tsx'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { settingsWords } from '../words.ts'

const registration = 'account.registration'

export function InstallationSettings() {
  const { data, error, refetch } = useQuery(settingsQuery)
  const save = useMutation({
    mutationFn: (value: string) => saveInstallation({ [registration]: value }),
    onSuccess: async (saved) => {
      keepSettings(saved)
      await refetchWelcome()
    },
  })
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={2} />
  const chosen = save.isPending ? save.variables : String(data.installation?.[registration] ?? 'closed')
  return (
    <div className="settings-form">
      <div role="group" aria-labelledby="registration">
        <p id="registration" className="settings-label">
          {settingsWords.registration}
        </p>
        <p className="quiet">{settingsWords.registrationText}</p>
        <SegmentedControl
          aria-labelledby="registration"
          data={settingsWords.registrationChoices}
          value={chosen}
          onChange={(value) => save.mutate(value)}
        />
      </div>
      {save.error && <Problem error={save.error} />}
    </div>
  )
}
