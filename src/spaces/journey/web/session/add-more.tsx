/** More text for a session that is there already. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSignedIn } from '../../../../web/data/signed-in.ts'
import { refetch } from '../../../../web/data/queries.ts'
import { AddIcon } from '../../../../web/kit/icons.tsx'
import type { Session } from '../../contract.ts'
import { journeyKeys } from '../queries.ts'
import { words } from '../words.ts'
import { Composer } from '../write/composer.tsx'
import { addToSession } from '../write/save.ts'
import { useDraft } from '../write/use-draft.ts'

export function AddMore({ session }: { session: Session }) {
  const { person } = useSignedIn()
  const writing = useDraft(`${person.id}.${session.id}`)
  const [isOpen, setOpen] = useState(session.contents.length === 0 || writing.draft.text !== '')
  if (!isOpen) {
    return (
      <p>
        <Button variant="default" leftSection={<AddIcon size={18} />} onClick={() => setOpen(true)}>
          {words.session.addMore}
        </Button>
      </p>
    )
  }
  return (
    <section className="journey-add-more" aria-label={words.session.addMoreTitle}>
      <h2>{session.contents.length === 0 ? words.session.noText : words.session.addMoreTitle}</h2>
      <Composer
        writing={writing}
        begin="text"
        label={words.session.addMoreLabel}
        save={words.session.add}
        sendTo={(saver, reflection) => addToSession(saver, session.id, reflection)}
        onSaved={() => {
          setOpen(false)
          void refetch({ queryKey: journeyKeys.about(session.id) })
          void refetch({ queryKey: journeyKeys.lists })
        }}
      />
    </section>
  )
}
