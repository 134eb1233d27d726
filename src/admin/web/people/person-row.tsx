/** A person as administrators see them. */
import type { PersonEntry } from '#core/auth/contract'
import { useSignedIn } from '../../../web/data/signed-in.ts'
import { When } from '../../../web/kit/when.tsx'
import { HealthState } from '../health/health-state.tsx'
import { Cell, Row } from '../table.tsx'
import { words } from '../words.ts'
import { PersonMenu } from './person-menu.tsx'

const { people: texts } = words

export const columns = {
  name: { label: texts.columns.name },
  role: { label: texts.columns.role },
  since: { label: texts.columns.since },
  state: { label: texts.columns.state },
  acts: { label: texts.columns.acts, kind: 'acts' },
} as const

export function PersonRow({ person }: { person: PersonEntry }) {
  const { name, email, role, createdAt, disabledAt, id } = person
  const isMe = useSignedIn().person.id === id
  return (
    <Row
      head={
        <>
          <span className="admin-name">
            {name}
            {isMe && <span className="admin-tag">{texts.you}</span>}
          </span>
          <span className="quiet">{email}</span>
        </>
      }
    >
      <Cell column={columns.role}>{texts.roles[role]}</Cell>
      <Cell column={columns.since}>
        <When at={createdAt} style="date" />
      </Cell>
      <Cell column={columns.state}>
        <HealthState
          status={disabledAt === null ? 'up' : 'down'}
          word={disabledAt === null ? texts.active : texts.disabled}
        />
      </Cell>
      <Cell column={columns.acts}>
        <PersonMenu person={person} isMe={isMe} />
      </Cell>
    </Row>
  )
}
