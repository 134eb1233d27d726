/** What an administrator can change about a person. What cannot be taken back is asked for first. */
import { ActionIcon, Menu, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { OneTimeLink as MadeLink, PersonEntry } from '#core/auth/contract'
import { Confirm } from '../../../web/kit/confirm.tsx'
import { MoreIcon } from '../../../web/kit/icons.tsx'
import { describeProblem } from '../../../web/kit/problem.tsx'
import { tell } from '../../../web/kit/undo-toast.tsx'
import { kitWords } from '../../../web/words.ts'
import { people } from '../clients.ts'
import { words } from '../words.ts'
import { changeRole, disable, enable } from './change-person.ts'
import { OneTimeLink } from './one-time-link.tsx'

const { people: texts } = words

interface PersonMenuProps {
  person: PersonEntry
  isMe: boolean
}

export function PersonMenu({ person, isMe }: PersonMenuProps) {
  const [asks, setAsks] = useState<'disable' | 'demote-self'>()
  const [link, setLink] = useState<MadeLink>()
  const button = useRef<HTMLButtonElement>(null)
  const change = useMutation({ mutationFn: (act: () => Promise<unknown>) => act(), onError: tellProblem })
  const isAdministrator = person.role === 'administrator'
  const swapRole = () => changeRole(person, isAdministrator ? 'member' : 'administrator')
  // A dialog gives the focus back to where it was, and the menu is gone by then.
  const close = () => {
    setAsks(undefined)
    setLink(undefined)
    button.current?.focus()
  }
  const makeLink = async () => setLink(await people.makeResetLink({ personId: person.id }))
  return (
    <>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target>
          <ActionIcon
            ref={button}
            variant="subtle"
            size={44}
            loading={change.isPending}
            aria-label={texts.acts(person.name)}
          >
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => (isMe && isAdministrator ? setAsks('demote-self') : change.mutate(swapRole))}>
            {isAdministrator ? texts.demote : texts.promote}
          </Menu.Item>
          <Menu.Item onClick={() => change.mutate(makeLink)}>{texts.resetLink}</Menu.Item>
          {person.disabledAt === null ? (
            <Menu.Item onClick={() => setAsks('disable')}>{texts.disable}</Menu.Item>
          ) : (
            <Menu.Item onClick={() => change.mutate(() => enable(person))}>{texts.enable}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        isOpen={asks === 'disable'}
        title={texts.disableTitle(person.name)}
        text={texts.disableText}
        label={texts.disable}
        act={() => disable(person)}
        onClose={close}
      />
      <Confirm
        isOpen={asks === 'demote-self'}
        title={texts.demoteSelf}
        text={texts.demoteSelfText}
        label={texts.demote}
        act={() => changeRole(person, 'member', { isMe })}
        onClose={close}
      />
      <ResetLink name={person.name} link={link} onClose={close} />
    </>
  )
}

const tellProblem = (error: Error) => tell(describeProblem(error).detail)

interface ResetLinkProps {
  name: string
  link: MadeLink | undefined
  onClose: () => void
}

function ResetLink({ name, link, onClose }: ResetLinkProps) {
  return (
    <Modal
      opened={link !== undefined}
      onClose={onClose}
      title={texts.resetTitle(name)}
      closeButtonProps={{ 'aria-label': kitWords.close }}
      centered
    >
      {link && (
        <div className="dialog">
          <p>{texts.resetText}</p>
          <OneTimeLink label={texts.resetLabel} path="/reset" {...link} />
        </div>
      )}
    </Modal>
  )
}
