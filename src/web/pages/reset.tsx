/** A new password with the link of an administrator. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { resetPassword } from '../data/account.ts'
import { ButtonLink } from '../kit/link.tsx'
import { Problem } from '../kit/problem.tsx'
import { doorWords, titleOf } from '../words.ts'
import { fieldErrorsOf, readField } from './form-field.ts'
import { LinkField, readPastedToken } from './link-field.tsx'
import { NewPassword } from './new-password.tsx'
import { useOneTimeLink } from './one-time-link.ts'

export function ResetPage() {
  const { token } = useOneTimeLink()
  return <Resetting key={token} token={token} />
}

function Resetting({ token }: { token: string | undefined }) {
  const reset = useMutation({
    mutationFn: (form: FormData) =>
      resetPassword({ token: token ?? readPastedToken(form), newPassword: readField(form, 'newPassword') }),
  })
  const title = reset.isSuccess ? doorWords.resetDoneTitle : doorWords.resetTitle
  return (
    <>
      <title>{titleOf(title)}</title>
      <h1 className="door-title">{title}</h1>
      {reset.isSuccess ? (
        <>
          <p className="door-lead" role="status">
            {doorWords.resetDone}
          </p>
          <div className="door-form">
            <ButtonLink to="/sign-in">{doorWords.toSignIn}</ButtonLink>
          </div>
        </>
      ) : (
        <>
          <p className="door-lead">{doorWords.resetLead}</p>
          <form
            className="door-form"
            onSubmit={(event) => {
              event.preventDefault()
              reset.mutate(new FormData(event.currentTarget))
            }}
          >
            {token === undefined && <LinkField hint={doorWords.resetLinkHint} />}
            <NewPassword
              name="newPassword"
              label={doorWords.newPassword}
              error={fieldErrorsOf(reset.error)['newPassword']}
            />
            {reset.error && <Problem error={reset.error} />}
            <Button type="submit" loading={reset.isPending}>
              {doorWords.reset}
            </Button>
          </form>
        </>
      )}
    </>
  )
}
