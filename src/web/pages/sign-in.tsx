/** Sign in, and go on to the page that was asked for. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { signIn } from '../data/signed-in.ts'
import { welcomeQuery } from '../data/welcome.ts'
import { TextLink } from '../kit/link.tsx'
import { Problem } from '../kit/problem.tsx'
import { doorWords, titleOf } from '../words.ts'
import { readField } from './form-field.ts'

export function SignInPage() {
  const { data: welcome } = useQuery(welcomeQuery)
  const enter = useMutation({
    mutationFn: (form: FormData) => signIn({ email: readField(form, 'email'), password: readField(form, 'password') }),
  })
  return (
    <>
      <title>{titleOf(doorWords.signInTitle)}</title>
      <h1 className="door-title">{doorWords.signInTitle}</h1>
      <form
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault()
          enter.mutate(new FormData(event.currentTarget))
        }}
      >
        <TextInput
          name="email"
          type="email"
          label={doorWords.email}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label={doorWords.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        {enter.error && <Problem error={enter.error} />}
        <Button type="submit" loading={enter.isPending}>
          {doorWords.signIn}
        </Button>
      </form>
      {welcome?.registration === 'open' && (
        <p className="door-other">
          {doorWords.noAccount}{' '}
          <TextLink to="/register" search>
            {doorWords.toRegister}
          </TextLink>
        </p>
      )}
      <p className="door-other">{doorWords.forgotten}</p>
    </>
  )
}
