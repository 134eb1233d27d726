/** A quiet page to write on. What is written is kept as a draft on this device until it has been saved. */
import { useNavigate } from '@tanstack/react-router'
import { useSignedIn } from '../../../../web/data/signed-in.ts'
import { titleOf } from '../../../../web/words.ts'
import { calendarDayOf } from '../sessions/months.ts'
import { words } from '../words.ts'
import { Composer } from './composer.tsx'
import { saveReflection } from './save.ts'
import { useDraft } from './use-draft.ts'

export function WritePage() {
  return <NewReflection begin="text" />
}

/** The same page with a place for a file instead of an empty sheet. */
export function UploadPage() {
  return <NewReflection begin="file" />
}

function NewReflection({ begin }: { begin: 'text' | 'file' }) {
  const { person } = useSignedIn()
  const writing = useDraft(person.id)
  const navigate = useNavigate()
  const { draft, change } = writing
  const heading = begin === 'file' ? words.starters.upload.label : words.write.title
  const today = calendarDayOf(new Date())
  return (
    <div className="page journey-write">
      <title>{titleOf(heading)}</title>
      <h1 className="visually-hidden">{heading}</h1>
      <Composer
        writing={writing}
        begin={begin}
        label={words.write.textLabel}
        save={words.write.save}
        sendTo={(saver, { draft: written, chosen }) =>
          saveReflection(saver, { draft: { ...written, date: written.date ?? today }, chosen })
        }
        onSaved={(sessionId) => void navigate({ to: `/journey/sessions/${sessionId}` })}
      >
        <div className="journey-write-head">
          <input
            className="journey-write-title"
            aria-label={words.write.titleLabel}
            placeholder={words.write.titleHint}
            value={draft.title}
            maxLength={200}
            onChange={(event) => change({ title: event.target.value })}
          />
          <input
            className="journey-write-date"
            type="date"
            aria-label={words.write.dateLabel}
            value={draft.date ?? today}
            onChange={(event) => change({ date: event.target.value || null })}
          />
        </div>
      </Composer>
    </div>
  )
}
