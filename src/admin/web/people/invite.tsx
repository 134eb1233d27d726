/** Invites somebody: for one address or any, with the role they will have, as a link to hand over. */
import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Role } from '#core/auth/contract'
import { welcomeQuery } from '../../../web/data/welcome.ts'
import { WarningIcon } from '../../../web/kit/icons.tsx'
import { Problem } from '../../../web/kit/problem.tsx'
import { readField } from '../../../web/pages/form-field.ts'
import { kitWords } from '../../../web/words.ts'
import { people } from '../clients.ts'
import { refetchPeople } from '../queries.ts'
import { words } from '../words.ts'
import { OneTimeLink } from './one-time-link.tsx'

const { invitations: texts, people: peopleWords } = words

interface InviteProps {
  isOpen: boolean
  onClose: () => void
}

export function Invite({ isOpen, onClose }: InviteProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={texts.invite}
      closeButtonProps={{ 'aria-label': kitWords.close }}
      centered
    >
      <Inviting onDone={onClose} />
    </Modal>
  )
}

/** What was made is forgotten with the dialog. */
function Inviting({ onDone }: { onDone: () => void }) {
  const make = useMutation({ mutationFn: invite, onSuccess: refetchPeople })
  if (!make.data) return <InviteForm submit={make.mutate} error={make.error} isPending={make.isPending} />
  return (
    <div className="dialog">
      <p>{texts.madeText(make.data.email)}</p>
      <OneTimeLink label={texts.label} path="/join" {...make.data} />
      <ClosedNotice />
      <div className="dialog-actions">
        <Button variant="default" onClick={onDone}>
          {texts.done}
        </Button>
      </div>
    </div>
  )
}

function invite(form: FormData) {
  const email = readField(form, 'email').trim()
  const role = Role.parse(readField(form, 'role'))
  return people.makeInvitation({ body: { email: email === '' ? null : email, role } })
}

interface InviteFormProps {
  submit: (form: FormData) => void
  error: Error | null
  isPending: boolean
}

function InviteForm({ submit, error, isPending }: InviteFormProps) {
  return (
    <form
      className="dialog"
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <p>{texts.inviteText}</p>
      <ClosedNotice />
      <TextInput
        name="email"
        type="email"
        label={texts.email}
        description={texts.emailHint}
        maxLength={200}
        data-autofocus
      />
      <NativeSelect
        name="role"
        label={texts.role}
        data={Role.options.map((value) => ({ value, label: peopleWords.roles[value] }))}
      />
      {error && <Problem error={error} />}
      <div className="dialog-actions">
        <Button type="submit" loading={isPending}>
          {texts.make}
        </Button>
      </div>
    </form>
  )
}

/** Where registration is closed, no link helps. */
function ClosedNotice() {
  const { data: welcome } = useQuery(welcomeQuery)
  if (welcome?.registration !== 'closed') return null
  return (
    <p className="admin-notice">
      <WarningIcon size={18} />
      {texts.closed}
    </p>
  )
}
