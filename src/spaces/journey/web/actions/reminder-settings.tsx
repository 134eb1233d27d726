/** Where a person's days begin, and what they want to be reminded of. */
import { Autocomplete, NativeSelect, Switch } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { SettingValues } from '#core/settings/contract'
import { keepSettings, saveMine } from '../../../../web/data/settings.ts'
import { Problem } from '../../../../web/kit/problem.tsx'
import { useOwnZone } from './use-own-zone.ts'
import { words } from './words.ts'
import './actions.css'

const rhythms = ['off', 'daily', 'weekly', 'monthly'] as const
const zones = Intl.supportedValuesOf('timeZone')

export function ReminderSettings({ mine }: { mine: SettingValues }) {
  useOwnZone()
  const save = useMutation({ mutationFn: saveMine, onSuccess: keepSettings })
  return (
    <fieldset className="action-reminders">
      <legend>{words.settings.title}</legend>
      <Zone key={String(mine['journey.zone'])} saved={String(mine['journey.zone'])} save={save.mutate} />
      <Switch
        size="md"
        label={words.settings.due}
        checked={mine['journey.due-reminders'] === true}
        onChange={(event) => save.mutate({ 'journey.due-reminders': event.target.checked })}
      />
      <NativeSelect
        label={words.settings.rhythm}
        value={String(mine['journey.reminders'])}
        data={rhythms.map((value) => ({ value, label: words.settings.rhythms[value] }))}
        onChange={(event) => save.mutate({ 'journey.reminders': event.target.value })}
      />
      {save.error && <Problem error={save.error} />}
    </fieldset>
  )
}

/** Kept once it is the name of a zone. */
function Zone({ saved, save }: { saved: string; save: (values: SettingValues) => void }) {
  const [name, setName] = useState(saved)
  const choose = (chosen: string) => {
    setName(chosen)
    if (zones.includes(chosen) && chosen !== saved) save({ 'journey.zone': chosen })
  }
  return (
    <Autocomplete
      label={words.settings.zone}
      description={words.settings.zoneHint}
      data={zones}
      limit={30}
      value={name}
      onChange={choose}
    />
  )
}
