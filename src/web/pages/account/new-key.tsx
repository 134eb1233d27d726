/** Makes a key, and shows its secret this once. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { day } from '#std/duration'
import { refetchAccount } from '../../data/account.ts'
import { account } from '../../data/clients.ts'
import { CopyField } from '../../kit/copy-field.tsx'
import { AddIcon } from '../../kit/icons.tsx'
import { Problem } from '../../kit/problem.tsx'
import { kitWords } from '../../words.ts'
import { fieldErrorsOf, readField } from '../form-field.ts'
import { ScopeChoice } from './scope-choice.tsx'
import { keyWords } from './words.ts'

interface Made {
  name: string
  secret: string
}

export function NewKey() {
  const [isOpen, setIsOpen] = useState(false)
  const [made, setMade] = useState<Made>()
  if (made) return <MadeKey made={made} onDone={() => setMade(undefined)} />
  if (!isOpen) {
    return (
      <div>
        <Button variant="default" leftSection={<AddIcon size={18} />} onClick={() => setIsOpen(true)}>
          {keyWords.start}
        </Button>
      </div>
    )
  }
  const close = () => setIsOpen(false)
  return (
    <KeyForm
      onClose={close}
      onMade={(key) => {
        setMade(key)
        close()
      }}
    />
  )
}

function KeyForm({ onClose, onMade }: { onClose: () => void; onMade: (made: Made) => void }) {
  const make = useMutation({
    mutationFn: (form: FormData) => account.makeKey({ body: readKey(form) }),
    onSuccess(made) {
      onMade(made)
      return refetchAccount()
    },
  })
  return (
    <form
      className="settings-form settings-card"
      aria-label={keyWords.formTitle}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate(new FormData(event.currentTarget))
      }}
    >
      <TextInput
        name="name"
        label={keyWords.name}
        description={keyWords.nameHint}
        autoFocus
        required
        withAsterisk={false}
        maxLength={100}
        autoComplete="off"
        error={fieldErrorsOf(make.error)['name']}
      />
      <NativeSelect name="expiry" label={keyWords.expiry} data={keyWords.expiries} defaultValue="90" />
      <ScopeChoice />
      {make.error && <Problem error={make.error} />}
      <div className="entry-actions">
        <Button type="submit" loading={make.isPending}>
          {keyWords.make}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {kitWords.cancel}
        </Button>
      </div>
    </form>
  )
}

function readKey(form: FormData) {
  const days = Number(readField(form, 'expiry'))
  return {
    name: readField(form, 'name'),
    scopes: form.getAll('scope').filter((scope) => typeof scope === 'string'),
    expiresAt: days > 0 ? Date.now() + days * day : null,
  }
}

function MadeKey({ made: { name, secret }, onDone }: { made: Made; onDone: () => void }) {
  return (
    <section className="settings-form settings-card" aria-label={keyWords.madeTitle(name)}>
      <p role="status">
        <strong>{keyWords.madeTitle(name)}</strong>
        <br />
        {keyWords.madeText}
      </p>
      <CopyField label={keyWords.secret} value={secret} />
      <div>
        <Button variant="default" onClick={onDone}>
          {keyWords.done}
        </Button>
      </div>
    </section>
  )
}
