/** The bell: what the person should hear of, as a count, as a list, and as toasts while it happens. */
import { Indicator, Popover, UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Notification } from '#core/notifications/contract'
import { useNotificationNews, useReadOne, useUnread } from '../data/notifications.ts'
import { BellIcon } from '../kit/icons.tsx'
import { bellWords } from '../words.ts'
import { BellList } from './bell-list.tsx'
import { showToast } from './bell-toast.tsx'

export function Bell() {
  const [isOpen, setIsOpen] = useState(false)
  const unread = useUnread()
  useToasts(isOpen)
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={400} offset={8} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className="tool"
          data-busy={unread > 0}
          aria-label={bellWords.open(unread)}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Indicator
            label={bellWords.count(unread)}
            disabled={unread === 0}
            size={18}
            offset={-2}
            color="amber"
            aria-hidden
          >
            <BellIcon size={22} />
          </Indicator>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="bell" aria-label={bellWords.title}>
        <BellList onLeave={() => setIsOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Whoever looks at the list, or at the page that it is about, needs no toast. */
function useToasts(isOpen: boolean) {
  const navigate = useNavigate()
  const { mutate: read } = useReadOne()
  const open = ({ id, link }: Notification) => {
    read(id)
    if (link !== null) void navigate({ to: link })
  }
  useNotificationNews((fresh) => {
    const [first, ...others] = fresh.filter(({ link }) => link !== location.pathname)
    if (first && !isOpen) showToast(first, { others: others.length, onOpen: open })
  })
}
