/** Title and date, both changed in place, and what can be done with a session. */
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { queryClient, refetch } from '../../../../web/data/queries.ts'
import { BackIcon, GraphIcon, ShareIcon, WriteIcon } from '../../../../web/kit/icons.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/link.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { showUndo } from '../../../../web/kit/undo-toast.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { titleOf } from '../../../../web/words.ts'
import type { Session } from '../../contract.ts'
import { journey } from '../client.ts'
import { journeyKeys } from '../queries.ts'
import { ShareDialog } from '../report/shares.tsx'
import { reportWords } from '../report/words.ts'
import { words } from '../words.ts'
import { SessionMenu } from './menu.tsx'

export function SessionHeading({ session }: { session: Session }) {
  const [isEdited, setEdited] = useState(false)
  return (
    <header className="journey-heading">
      <title>{titleOf(session.title)}</title>
      <TextLink to="/journey/sessions" className="journey-way-back">
        <BackIcon size={16} />
        {words.sessions.title}
      </TextLink>
      {isEdited ? (
        <HeadingEditor session={session} leave={() => setEdited(false)} />
      ) : (
        <div className="journey-heading-row">
          <div>
            <div className="journey-title-row">
              <h1 className="page-title">{session.title}</h1>
              <button
                type="button"
                className="journey-pen"
                aria-label={words.session.editTitle}
                title={words.session.editTitle}
                onClick={() => setEdited(true)}
              >
                <WriteIcon size={18} />
              </button>
            </div>
            <p className="page-lead">
              <When day={session.date} style="weekday" />
            </p>
          </div>
          <SessionActions session={session} />
        </div>
      )}
      <SessionPeople session={session} />
    </header>
  )
}

function SessionActions({ session }: { session: Session }) {
  return (
    <div className="page-actions">
      {session.contents.length > 0 && (
        <ButtonLink to={`/journey/sessions/${session.id}/graph`} variant="light" leftSection={<GraphIcon size={18} />}>
          {words.session.graph}
        </ButtonLink>
      )}
      {session.contents.length > 0 && <ShareSession sessionId={session.id} />}
      <SessionMenu session={session} />
    </div>
  )
}

function ShareSession({ sessionId }: { sessionId: Session['id'] }) {
  const [isSharing, setSharing] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<ShareIcon size={18} />} onClick={() => setSharing(true)}>
        {reportWords.share}
      </Button>
      <ShareDialog
        isOpen={isSharing}
        text={reportWords.shares.ofSession}
        make={(body) => journey.shareSession({ sessionId, body })}
        onClose={() => setSharing(false)}
      />
    </>
  )
}

function SessionPeople({ session: { description, clientName, professionalName } }: { session: Session }) {
  const people = [
    [words.session.client, clientName],
    [words.session.professional, professionalName],
  ].filter(([, name]) => name !== '')
  return (
    <>
      {description !== '' && <p className="page-lead">{description}</p>}
      {people.length > 0 && <p className="page-lead">{people.map((pair) => pair.join(': ')).join(' · ')}</p>}
    </>
  )
}

function HeadingEditor({ session, leave }: { session: Session; leave: () => void }) {
  const [title, setTitle] = useState(session.title)
  const [date, setDate] = useState(session.date)
  const save = useMutation({
    mutationFn: () => journey.updateSession({ sessionId: session.id, body: { title, date } }),
    onSuccess: ({ session: changed, changeId }) => {
      queryClient.setQueryData(journeyKeys.session(session.id), changed)
      showUndo(changeId, words.session.updated)
      leave()
      return refetch({ queryKey: journeyKeys.lists })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === session.title && date === session.date) leave()
    else save.mutate()
  }
  return (
    <form className="journey-heading-editor" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && leave()}>
      <TextInput
        label={words.session.titleLabel}
        value={title}
        maxLength={200}
        required
        autoFocus
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextInput
        label={words.session.dateLabel}
        type="date"
        value={date}
        required
        onChange={(event) => setDate(event.target.value)}
      />
      <div className="journey-actions-row">
        <Button type="submit" loading={save.isPending}>
          {words.session.save}
        </Button>
        <Button variant="default" onClick={leave}>
          {words.session.cancel}
        </Button>
      </div>
      {save.error && <Problem error={save.error} />}
    </form>
  )
}
