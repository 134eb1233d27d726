/** At an action element of a session: how far the action is, and a way to it. */
import { TextLink } from '../../../../web/kit/link.tsx'
import type { Element } from '../../contract.ts'
import { useActionNews, useActions } from './data.ts'
import { Due } from './due.tsx'
import { words } from './words.ts'
import './actions.css'

export function ElementAction({ element: { id, sessionId } }: { element: Element }) {
  const { data } = useActions({ session: sessionId })
  useActionNews()
  const action = data?.pages.flatMap(({ items }) => items).find(({ elementIds }) => elementIds.includes(id))
  if (!action) return null
  return (
    <p className="action-of-element">
      <TextLink to={`/journey/actions/${action.id}`}>{words.element(action.status)}</TextLink>
      <Due action={action} />
    </p>
  )
}
