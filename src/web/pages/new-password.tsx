/** The field for a password that is chosen now. */
import { PasswordInput } from '@mantine/core'
import { passwordLength } from '#core/auth/contract'
import { doorWords } from '../words.ts'

interface NewPasswordProps {
  name: string
  label: string
  /** What the server has against it. */
  error?: string | undefined
}

export function NewPassword({ name, label, error }: NewPasswordProps) {
  return (
    <PasswordInput
      name={name}
      label={label}
      description={doorWords.newPasswordHint(passwordLength.least)}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={passwordLength.least}
      maxLength={passwordLength.most}
      error={error}
    />
  )
}
