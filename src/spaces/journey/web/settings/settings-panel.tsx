/** Which kinds of elements Cairn looks for in a person's texts, and whom they would call in a hard moment. */
import { Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { keepSettings, saveMine, settingsQuery } from '../../../../web/data/settings.ts'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import type { SettingValue } from '#core/settings/contract'
import { ElementKind } from '../../contract.ts'
import { ContactSetting } from '../crisis/contact-setting.tsx'
import { readContact } from '../crisis/contact.ts'
import { KindMark } from '../kinds/kind-mark.tsx'
import { kinds } from '../kinds/kinds.ts'
import { ReminderSettings } from '../actions/reminder-settings.tsx'
import { words } from '../words.ts'
import './settings.css'

const setting = 'journey.kinds'

const readKinds = (value: SettingValue | undefined) => z.array(ElementKind).safeParse(value).data ?? kinds

export function JourneySettingsPanel() {
  const { data, error, refetch } = useQuery(settingsQuery)
  const [wanted, setWanted] = useState<readonly ElementKind[]>()
  const save = useMutation({
    mutationFn: (chosen: readonly ElementKind[]) => saveMine({ [setting]: [...chosen] }),
    onSuccess: keepSettings,
    onError: () => setWanted(undefined),
  })
  const choose = (kinds: readonly ElementKind[]) => {
    setWanted(kinds)
    save.mutate(kinds)
  }
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={3} />
  return (
    <>
      <KindChoice chosen={wanted ?? readKinds(data.mine[setting])} choose={choose} />
      {save.error && <Problem error={save.error} />}
      <p className="quiet" role="status">
        {save.isSuccess && words.settings.saved}
      </p>
      <ContactSetting contact={readContact(data.mine)} />
      <ReminderSettings mine={data.mine} />
    </>
  )
}

interface KindChoiceProps {
  chosen: readonly ElementKind[]
  choose: (chosen: readonly ElementKind[]) => void
}

function KindChoice({ chosen, choose }: KindChoiceProps) {
  return (
    <Checkbox.Group
      size="md"
      label={words.settings.kinds}
      description={words.settings.kindsHint}
      value={[...chosen]}
      onChange={(values) => choose(kinds.filter((kind) => values.includes(kind)))}
      className="journey-kind-choice"
    >
      {kinds.map((kind) => (
        <Checkbox key={kind} value={kind} size="md" label={<KindLabel kind={kind} />} />
      ))}
      {chosen.length === 0 && <p className="quiet">{words.settings.atLeastOne}</p>}
    </Checkbox.Group>
  )
}

function KindLabel({ kind }: { kind: ElementKind }) {
  return (
    <span className="journey-kind-label">
      <KindMark kind={kind} />
      {words.elements.kinds[kind]}
    </span>
  )
}
