/** A session in a list: day, title, the beginning of the text, and what was found. */
import { ClockIcon, DeleteIcon, WarningIcon } from '../../../../web/kit/icons.tsx'
import { TextLink } from '../../../../web/kit/link.tsx'
import { Words } from '../../../../web/kit/words.tsx'
import type { ElementKind, SessionState, SessionSummary } from '../../contract.ts'
import { KindMark } from '../kinds/kind-mark.tsx'
import { words } from '../words.ts'
import { useDeleteSession } from './delete.ts'
import { shortDayInWords } from './months.ts'

export function SessionCard({ session }: { session: SessionSummary }) {
  const remove = useDeleteSession()
  return (
    <li className="journey-card">
      <SessionDay date={session.date} />
      <SessionGist session={session} />
      <button
        type="button"
        className="journey-card-delete"
        aria-label={words.sessions.delete(session.title)}
        title={words.sessions.delete(session.title)}
        onClick={() => remove.mutate(session)}
      >
        <DeleteIcon size={18} />
      </button>
    </li>
  )
}

function SessionDay({ date }: { date: string }) {
  const { weekday, day } = shortDayInWords(date)
  return (
    <time className="journey-day" dateTime={date}>
      <span>{day}</span>
      <span>{weekday}</span>
    </time>
  )
}

export function SessionGist({ session }: { session: SessionSummary }) {
  return (
    <div className="journey-gist">
      <h3>
        <TextLink to={`/journey/sessions/${session.id}`}>{session.title}</TextLink>
      </h3>
      {session.excerpt !== '' && <Words size="excerpt">{session.excerpt}</Words>}
      <SessionNews state={session.state} />
      <Found kind="emotion" label={words.sessions.feelings} names={session.emotions} />
      <Found kind="topic" label={words.sessions.topics} names={session.topics} />
    </div>
  )
}

/** Said only where something is open: a session that was understood shows what was found instead. */
function SessionNews({ state }: { state: SessionState }) {
  if (state === 'ready') return null
  return (
    <p className="journey-state" data-state={state}>
      {state === 'failed' ? <WarningIcon size={16} /> : <ClockIcon size={16} />}
      {words.sessions.states[state]}
    </p>
  )
}

const mostNames = 5

function Found({ kind, label, names }: { kind: ElementKind; label: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p className="journey-found">
      <KindMark kind={kind} size={11} />
      <span className="visually-hidden">{label}: </span>
      {names.slice(0, mostNames).join(' · ')}
    </p>
  )
}
