/** Whom a person would call in a hard moment; shown to them alone. */
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { keepSettings, saveMine } from '../../../../web/data/settings.ts'
import { Problem } from '../../../../web/kit/problem.tsx'
import { contactSetting, longestContact } from './contact.ts'
import { words } from './words.ts'
import './crisis.css'

export function ContactSetting({ contact }: { contact: string }) {
  const [draft, setDraft] = useState(contact)
  const save = useMutation({
    mutationFn: () => saveMine({ [contactSetting]: draft.trim() }),
    onSuccess: keepSettings,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="journey-contact" onSubmit={submit}>
      <TextInput
        size="md"
        label={words.setting.label}
        description={words.setting.hint}
        maxLength={longestContact}
        value={draft}
        onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {words.setting.save}
      </Button>
      {save.error && <Problem error={save.error} />}
      <p className="quiet" role="status">
        {save.isSuccess && words.setting.saved}
      </p>
    </form>
  )
}
