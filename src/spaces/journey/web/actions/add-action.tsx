/** Writing an action down, in one line. */
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type Ref } from 'react'
import { AddIcon } from '../../../../web/kit/icons.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { journey } from '../client.ts'
import { refetchActions } from './data.ts'
import { words } from './words.ts'

export function AddAction({ field }: { field: Ref<HTMLInputElement> }) {
  const [title, setTitle] = useState('')
  const add = useMutation({
    mutationFn: () => journey.createAction({ body: { title: title.trim() } }),
    onSuccess: async () => {
      setTitle('')
      await refetchActions(0)
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '' && !add.isPending) add.mutate()
  }
  return (
    <form className="action-add" onSubmit={send}>
      <TextInput
        ref={field}
        aria-label={words.addLabel}
        placeholder={words.addLabel}
        value={title}
        maxLength={500}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button type="submit" leftSection={<AddIcon size={18} />} disabled={title.trim() === ''} loading={add.isPending}>
        {words.addNow}
      </Button>
      {add.error && <Problem error={add.error} />}
    </form>
  )
}
