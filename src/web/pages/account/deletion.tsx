/** Leaving: what goes is said, the password is asked again, and the address is typed. */
import { Button, Modal, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSpaces } from '../../data/running-spaces.ts'
import { deleteAccount } from '../../data/signed-in.ts'
import { Problem } from '../../kit/problem.tsx'
import { tell } from '../../kit/undo-toast.tsx'
import { kitWords } from '../../words.ts'
import { readField } from '../form-field.ts'
import { deletionWords } from './words.ts'

export function Deletion({ email }: { email: string }) {
  const [isAsking, setIsAsking] = useState(false)
  const close = () => setIsAsking(false)
  return (
    <div>
      <Button color="brick" variant="outline" onClick={() => setIsAsking(true)}>
        {deletionWords.start}
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title={deletionWords.dialogTitle}
        closeButtonProps={{ 'aria-label': kitWords.close }}
        centered
      >
        <DeletionForm email={email} onClose={close} />
      </Modal>
    </div>
  )
}

function DeletionForm({ email, onClose }: { email: string; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const leave = useLeaving()
  return (
    <form
      className="dialog"
      onSubmit={(event) => {
        event.preventDefault()
        leave.mutate(readField(new FormData(event.currentTarget), 'password'))
      }}
    >
      <WhatGoes />
      <PasswordInput
        name="password"
        label={deletionWords.password}
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus
      />
      <TextInput
        label={deletionWords.confirm(email)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {leave.error && <Problem error={leave.error} />}
      <div className="dialog-actions">
        <Button variant="default" onClick={onClose}>
          {kitWords.cancel}
        </Button>
        <Button type="submit" color="brick" disabled={typed.trim().toLowerCase() !== email} loading={leave.isPending}>
          {deletionWords.delete}
        </Button>
      </div>
    </form>
  )
}

/** Whoever has left is at the door, and is not led back to this page. */
function useLeaving() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: deleteAccount,
    async onSuccess() {
      await navigate({ to: '/sign-in', replace: true })
      tell(deletionWords.done)
    },
  })
}

function WhatGoes() {
  const spaces = useSpaces().map(({ title }) => title)
  return (
    <>
      <div>
        <p>{deletionWords.lead}</p>
        <ul className="what-goes">
          {deletionWords.goes(spaces).map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </div>
      <p className="quiet">{deletionWords.rest}</p>
    </>
  )
}
