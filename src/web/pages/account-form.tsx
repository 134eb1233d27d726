/** The fields of a new account and their refusals, as registration and the first run ask for them. */
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Registration } from '#core/auth/contract'
import { Problem } from '../kit/problem.tsx'
import { doorWords } from '../words.ts'
import { fieldErrorsOf, readField } from './form-field.ts'
import { NewPassword } from './new-password.tsx'

interface AccountFormProps {
  submitLabel: string
  submit: (registration: Registration, form: FormData) => Promise<void>
  /** The address that the account has to have, where that is settled. */
  email?: string | undefined
  /** Fields that stand before the others. */
  children?: ReactNode
}

export function AccountForm({ submitLabel, submit, email, children }: AccountFormProps) {
  const make = useMutation({ mutationFn: (form: FormData) => submit(readRegistration(form), form) })
  const wrong = fieldErrorsOf(make.error)
  return (
    <form
      className="door-form"
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate(new FormData(event.currentTarget))
      }}
    >
      {children}
      <TextInput
        name="name"
        label={doorWords.name}
        description={doorWords.nameHint}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={100}
        error={wrong['name']}
      />
      <TextInput
        name="email"
        type="email"
        label={doorWords.email}
        {...(email !== undefined && { defaultValue: email, readOnly: true, description: doorWords.invitedAddress })}
        autoComplete="username"
        required
        withAsterisk={false}
        maxLength={200}
        error={wrong['email']}
      />
      <NewPassword name="password" label={doorWords.password} error={wrong['password']} />
      {make.error && <Problem error={make.error} />}
      <Button type="submit" loading={make.isPending}>
        {submitLabel}
      </Button>
    </form>
  )
}

const readRegistration = (form: FormData): Registration => ({
  name: readField(form, 'name'),
  email: readField(form, 'email'),
  password: readField(form, 'password'),
})
