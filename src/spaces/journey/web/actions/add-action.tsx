/** Writing an action down, in one line. What its words say of when and how often is shown before it is kept. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState, type FormEvent, type Ref } from 'react'
import { queryClient } from '../../../../web/data/queries.ts'
import { AddIcon, CloseIcon } from '../../../../web/kit/icons.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { When } from '../../../../web/kit/when.tsx'
import type { Understood } from '../../contract.ts'
import { journey } from '../client.ts'
import { refetchActions, understoodQuery } from './data.ts'
import { words } from './words.ts'

export function AddAction({ field }: { field: Ref<HTMLInputElement> }) {
  const [title, setTitle] = useState('')
  const [isLiteral, setLiteral] = useState(false)
  const add = useMutation({
    mutationFn: async () => journey.createAction({ body: await draftOf(title.trim(), isLiteral) }),
    onSuccess: async () => {
      setTitle('')
      setLiteral(false)
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
      {!isLiteral && <Reading title={title.trim()} leave={() => setLiteral(true)} />}
      {add.error && <Problem error={add.error} />}
    </form>
  )
}

/** What is kept is what was read, also when it is sent before that was shown. */
async function draftOf(title: string, isLiteral: boolean) {
  if (isLiteral) return { title }
  const { title: act, due, recurrence } = await queryClient.fetchQuery(understoodQuery(title))
  return { title: act, due, recurrence }
}

function Reading({ title, leave }: { title: string; leave: () => void }) {
  const asked = useDeferredValue(title)
  const { data } = useQuery({ ...understoodQuery(asked), enabled: asked !== '' })
  const says = data !== undefined && (data.due !== null || data.recurrence !== null)
  return (
    <p className="action-read" role="status">
      {says && asked === title && <Understanding {...data} leave={leave} />}
    </p>
  )
}

const Understanding = ({ title, due, recurrence, leave }: Understood & { leave: () => void }) => (
  <>
    <span>
      <strong>{title}</strong>
      {due && (
        <>
          , {words.due.toLowerCase()} <When day={due.day} style="weekday" />
          {due.time !== null && ` ${due.time}`}
        </>
      )}
      {recurrence !== null && `, ${words.often(recurrence)}`}
    </span>
    <Button type="button" variant="subtle" size="compact-sm" leftSection={<CloseIcon size={14} />} onClick={leave}>
      {words.leaveWords}
    </Button>
  </>
)
