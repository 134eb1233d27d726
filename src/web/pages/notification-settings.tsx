/** Which notifications a person wants to be told of. */
import { Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { mutedSetting } from '#core/notifications/contract'
import type { SettingValue } from '#core/settings/contract'
import { useSpaces } from '../data/running-spaces.ts'
import { keepSettings, saveMine, settingsQuery } from '../data/settings.ts'
import { Problem } from '../kit/problem.tsx'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { administratorKinds, kitWords, notificationKinds, settingsWords } from '../words.ts'

const readMuted = (value: SettingValue | undefined) => z.array(z.string()).safeParse(value).data ?? []

export function NotificationSettings({ isAdministrator }: { isAdministrator: boolean }) {
  const { data, error, refetch } = useQuery(settingsQuery)
  const [chosen, setChosen] = useState<readonly string[]>()
  const save = useMutation({
    mutationFn: (muted: readonly string[]) => saveMine({ [mutedSetting]: [...muted] }),
    onSuccess: keepSettings,
    onError: () => setChosen(undefined),
  })
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={3} />
  const mute = (muted: readonly string[]) => {
    setChosen(muted)
    save.mutate(muted)
  }
  return (
    <div className="settings-form">
      <KindChoice muted={chosen ?? readMuted(data.mine[mutedSetting])} mute={mute} isAdministrator={isAdministrator} />
      {save.error && <Problem error={save.error} />}
      <p className="quiet" role="status">
        {save.isSuccess && kitWords.saved}
      </p>
    </div>
  )
}

interface KindChoiceProps {
  muted: readonly string[]
  mute: (muted: readonly string[]) => void
  isAdministrator: boolean
}

/** Kinds that this page has no words for stay as they were. */
function KindChoice({ muted, mute, isAdministrator }: KindChoiceProps) {
  const ofSpaces = useSpaces().map(({ notifications }) => notifications)
  const kinds = [notificationKinds, ...ofSpaces, ...(isAdministrator ? [administratorKinds] : [])].flatMap((words) =>
    Object.entries(words),
  )
  const names = kinds.map(([name]) => name)
  return (
    <Checkbox.Group
      aria-label={settingsWords.notifications}
      value={names.filter((name) => !muted.includes(name))}
      onChange={(wanted) =>
        mute([...muted.filter((name) => !names.includes(name)), ...names.filter((name) => !wanted.includes(name))])
      }
    >
      <div className="check-list">
        {kinds.map(([name, label]) => (
          <Checkbox key={name} value={name} size="md" label={label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
