/** Help above a session whose words sound like a crisis: calm, plain, put away with one touch and found again. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { settingsQuery } from '../../../../web/data/settings.ts'
import { ButtonLink } from '../../../../web/kit/link.tsx'
import type { Session } from '../../contract.ts'
import { readContact } from './contact.ts'
import { usePutAway } from './put-away.ts'
import { words } from './words.ts'
import './crisis.css'

export function HelpCard({ session }: { session: Session }) {
  const { isAway, putAway, takeOut } = usePutAway(session.id)
  if (session.crisis === null) return null
  if (isAway) {
    return (
      <p className="journey-help-again">
        <Button variant="default" onClick={takeOut}>
          {words.show}
        </Button>
      </p>
    )
  }
  return (
    <aside className="journey-help" aria-labelledby="journey-help-title">
      <h2 id="journey-help-title">{words.title}</h2>
      <p>{words.lead}</p>
      <p className="journey-help-now">{words.now}</p>
      <HelpLines />
      <p>{words.elsewhere}</p>
      <p>{words.somebody}</p>
      <OwnContact />
      <p className="quiet">{words.silence}</p>
      <Button variant="default" onClick={putAway}>
        {words.hide}
      </Button>
    </aside>
  )
}

function HelpLines() {
  return (
    <dl className="journey-help-lines">
      {words.lines.map(({ where, number, what }) => (
        <div key={number}>
          <dt>{where}</dt>
          <dd>
            <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>, {what}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function OwnContact() {
  const { data } = useQuery(settingsQuery)
  if (!data) return null
  const contact = readContact(data.mine)
  return (
    <div className="journey-help-contact">
      {contact === '' ? (
        <ButtonLink to="/settings" variant="default">
          {words.noContact}
        </ButtonLink>
      ) : (
        <p>
          <strong>{words.contact}:</strong> {contact}
        </p>
      )}
    </div>
  )
}
