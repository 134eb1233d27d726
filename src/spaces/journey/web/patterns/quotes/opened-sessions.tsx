/** Behind a mark in a picture: the sessions it was drawn from, and what was said in them. */
import { Opened } from '../../../../../web/kit/charts/opened.tsx'
import { TextLink } from '../../../../../web/kit/link.tsx'
import { When } from '../../../../../web/kit/when.tsx'
import type { PatternEvidence, PictureSession } from '../../../patterns/contract.ts'
import { words } from '../words.ts'
import { Quotes } from './quotes.tsx'

interface OpenedSessionsProps {
  title: string
  sessions: readonly PictureSession[]
  evidence: readonly PatternEvidence[]
  close: () => void
}

export function OpenedSessions({ title, sessions, evidence, close }: OpenedSessionsProps) {
  const ids = new Set<string>(sessions.map(({ sessionId }) => sessionId))
  const quotes = evidence.filter(({ sessionId }) => ids.has(sessionId))
  return (
    <Opened title={title} close={close}>
      <ul className="pattern-sessions">
        {sessions.map((session) => (
          <li key={session.sessionId}>
            <When day={session.day} />
            <TextLink to={`/journey/sessions/${session.sessionId}`}>{session.title}</TextLink>
            {session.valence !== null && <span className="quiet">{words.moodOf(session.valence)}</span>}
          </li>
        ))}
      </ul>
      {quotes.length > 0 ? <Quotes evidence={quotes} /> : <p className="quiet">{words.opened.none}</p>}
    </Opened>
  )
}
