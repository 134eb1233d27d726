/** A notification that arrives while the person is here. One at a time: a newer one takes its place. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Notification } from '#core/notifications/contract'
import { bellWords, kitWords } from '../words.ts'
import { LevelIcon } from './bell-level.tsx'

const closesAfter = 12_000
const place = 'notification'
const colors = { info: 'moss', warning: 'amber', problem: 'brick' }

interface ToastOptions {
  /** How many more came with it. */
  others: number
  onOpen: (notification: Notification) => void
}

export function showToast(notification: Notification, { others, onOpen }: ToastOptions) {
  const open = () => {
    notifications.hide(place)
    onOpen(notification)
  }
  notifications.hide(place)
  notifications.show({
    id: place,
    autoClose: closesAfter,
    color: colors[notification.level],
    closeButtonProps: { 'aria-label': kitWords.close },
    message: (
      <div className="bell-toast">
        <LevelIcon level={notification.level} />
        <div className="bell-words">
          <p className="bell-title">{notification.title}</p>
          {others > 0 && <p className="quiet">{bellWords.more(others)}</p>}
        </div>
        {notification.link !== null && (
          <Button size="sm" variant="light" onClick={open}>
            {bellWords.show}
          </Button>
        )}
      </div>
    ),
  })
}
