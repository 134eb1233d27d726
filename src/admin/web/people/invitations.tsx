/** Invitations that nobody has used yet. */
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Invitation } from '#core/auth/contract'
import { LoadMore } from '../../../web/kit/load-more.tsx'
import { Confirm } from '../../../web/kit/confirm.tsx'
import { Problem } from '../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../web/kit/skeleton-lines.tsx'
import { When } from '../../../web/kit/when.tsx'
import { people } from '../clients.ts'
import { sectionOf } from '../keep-focus.ts'
import { invitationsQuery, refetchPeople } from '../queries.ts'
import { words } from '../words.ts'

const { invitations: texts, people: peopleWords } = words

export function Invitations() {
  const list = useInfiniteQuery(invitationsQuery)
  if (list.error) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines lines={2} />
  const open = list.data.pages.flatMap(({ items }) => items)
  if (open.length === 0) return <p className="quiet">{texts.none}</p>
  return (
    <>
      <ul className="admin-list">
        {open.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  )
}

function InvitationRow({ invitation: { id, email, role, expiresAt } }: { invitation: Invitation }) {
  const [asks, setAsks] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const whom = email ?? texts.anybody
  return (
    <li className="admin-list-row" ref={row}>
      <div>
        <p className="admin-name">{whom}</p>
        <p className="quiet">
          {peopleWords.roles[role]}, {texts.ends} <When at={expiresAt} />
        </p>
      </div>
      <Button variant="default" size="sm" aria-label={`${texts.end}: ${whom}`} onClick={() => setAsks(true)}>
        {texts.end}
      </Button>
      <Confirm
        isOpen={asks}
        title={texts.endTitle}
        text={texts.endText}
        label={texts.end}
        act={async () => {
          await people.endInvitation({ invitationId: id })
          if (row.current) sectionOf(row.current)?.focus()
          await refetchPeople()
        }}
        onClose={() => setAsks(false)}
      />
    </li>
  )
}
