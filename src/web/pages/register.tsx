/** Make an account, where the administrator left the door open. */
import { useQuery } from '@tanstack/react-query'
import { register } from '../data/signed-in.ts'
import { welcomeQuery } from '../data/welcome.ts'
import { TextLink } from '../kit/link.tsx'
import { doorWords, titleOf } from '../words.ts'
import { AccountForm } from './account-form.tsx'

export function RegisterPage() {
  const { data: welcome } = useQuery(welcomeQuery)
  const isOpen = welcome?.registration === 'open'
  return (
    <>
      <title>{titleOf(doorWords.registerTitle)}</title>
      <h1 className="door-title">{isOpen ? doorWords.registerTitle : doorWords.closedTitle}</h1>
      {isOpen ? <AccountForm submitLabel={doorWords.register} submit={register} /> : <p>{doorWords.closed}</p>}
      <p className="door-other">
        {doorWords.hasAccount}{' '}
        <TextLink to="/sign-in" search>
          {doorWords.toSignIn}
        </TextLink>
      </p>
    </>
  )
}
