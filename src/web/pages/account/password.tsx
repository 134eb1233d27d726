/** A new password for the old one. */
import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { refetchAccount } from '../../data/account.ts'
import { account } from '../../data/clients.ts'
import { Problem } from '../../kit/problem.tsx'
import { tell } from '../../kit/undo-toast.tsx'
import { doorWords } from '../../words.ts'
import { fieldErrorsOf, readField } from '../form-field.ts'
import { NewPassword } from '../new-password.tsx'
import { passwordWords } from './words.ts'

export function PasswordForm({ email }: { email: string }) {
  const change = useMutation({
    async mutationFn(form: HTMLFormElement) {
      const { ended } = await account.changePassword({ body: readPasswords(new FormData(form)) })
      form.reset()
      tell(passwordWords.changed(ended))
    },
    onSuccess: refetchAccount,
  })
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate(event.currentTarget)
      }}
    >
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        name="oldPassword"
        label={passwordWords.old}
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <NewPassword
        name="newPassword"
        label={doorWords.newPassword}
        error={fieldErrorsOf(change.error)['newPassword']}
      />
      {change.error && <Problem error={change.error} />}
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          {passwordWords.change}
        </Button>
      </div>
    </form>
  )
}

const readPasswords = (form: FormData) => ({
  oldPassword: readField(form, 'oldPassword'),
  newPassword: readField(form, 'newPassword'),
})
