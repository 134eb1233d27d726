/** The fields of a new account and their refusals, as registration and the first run ask for them. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { passwordLength, type Registration } from '#core/auth/contract'
import { RefusedError } from '#contract/problem'
import { Problem } from '../kit/problem.tsx'
import { doorWords } from '../words.ts'
import { readField } from './form-field.ts'

interface AccountFormProps {
  submitLabel: string
  submit: (registration: Registration, form: FormData) => Promise<void>
  /** Fields that stand before the others. */
  children?: ReactNode
}

export function AccountForm({ submitLabel, submit, children }: AccountFormProps) {
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
        autoComplete="username"
        required
        withAsterisk={false}
        maxLength={200}
        error={wrong['email']}
      />
      <PasswordInput
        name="password"
        label={doorWords.password}
        description={doorWords.newPasswordHint(passwordLength.least)}
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={passwordLength.least}
        maxLength={passwordLength.most}
        error={wrong['password']}
      />
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

/** The server's refusals by the last part of their path: `body.email` stands under the field `email`. */
function fieldErrorsOf(error: Error | null): Record<string, string | undefined> {
  if (!(error instanceof RefusedError)) return {}
  const errors = error.problem.errors ?? []
  return Object.fromEntries(errors.map(({ path, message }) => [path.split(/[./]/).at(-1) ?? path, message]))
}
