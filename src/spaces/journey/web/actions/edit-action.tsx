/** Changing what an action says. Only what differs is sent. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { Priority, type Action, type ActionChange } from '../../contract.ts'
import { words } from './words.ts'

interface EditProps {
  action: Action
  save: (change: ActionChange) => void
  cancel: () => void
}

const fieldsOf = ({ title, detail, due, priority, topic }: Action) => ({
  title,
  detail,
  day: due?.day ?? '',
  time: due?.time ?? '',
  priority,
  topic: topic ?? '',
})
type Fields = ReturnType<typeof fieldsOf>

export function EditAction({ action, save, cancel }: EditProps) {
  const [fields, setFields] = useState<Fields>(() => fieldsOf(action))
  const set = (change: Partial<Fields>) => setFields({ ...fields, ...change })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (fields.title.trim() !== '') save(differences(fieldsOf(action), fields))
  }
  return (
    <form className="action-edit" onSubmit={send}>
      <Textarea
        label={words.detail.title}
        autosize
        value={fields.title}
        maxLength={500}
        data-autofocus
        onChange={(event) => set({ title: event.target.value })}
      />
      <div className="action-edit-row">
        <TextInput
          type="date"
          label={words.detail.day}
          value={fields.day}
          onChange={(event) => set({ day: event.target.value })}
        />
        <TextInput
          type="time"
          label={words.detail.time}
          value={fields.time}
          disabled={fields.day === ''}
          onChange={(event) => set({ time: event.target.value })}
        />
        <NativeSelect
          label={words.priority}
          value={fields.priority}
          data={Priority.options.map((value) => ({ value, label: words.priorities[value] }))}
          onChange={(event) => set({ priority: Priority.parse(event.target.value) })}
        />
      </div>
      <TextInput
        label={words.topic}
        value={fields.topic}
        maxLength={100}
        onChange={(event) => set({ topic: event.target.value })}
      />
      <Textarea
        label={words.detail.notes}
        autosize
        minRows={3}
        maxRows={12}
        value={fields.detail}
        maxLength={5000}
        onChange={(event) => set({ detail: event.target.value })}
      />
      <div className="action-answers">
        <Button type="submit" disabled={fields.title.trim() === ''}>
          {words.detail.save}
        </Button>
        <Button variant="default" onClick={cancel}>
          {words.detail.cancel}
        </Button>
      </div>
    </form>
  )
}

function differences(before: Fields, after: Fields): ActionChange {
  const topic = after.topic.trim()
  const isMoved = before.day !== after.day || before.time !== after.time
  const due = after.day === '' ? null : { day: after.day, time: after.time === '' ? null : after.time }
  return {
    ...(before.title !== after.title && { title: after.title.trim() }),
    ...(before.detail !== after.detail && { detail: after.detail }),
    ...(before.priority !== after.priority && { priority: after.priority }),
    ...(before.topic !== topic && { topic: topic === '' ? null : topic }),
    ...(isMoved && { due }),
  }
}
