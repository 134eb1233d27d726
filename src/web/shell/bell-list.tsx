/** The list behind the bell, newest first. */
import { ActionIcon, Button } from '@mantine/core'
import { useState, type MouseEvent } from 'react'
import type { Notification } from '#core/notifications/contract'
import { useNotifications, useReadAll, useReadOne, useUnread } from '../data/notifications.ts'
import { describeAgo } from '../kit/ago.ts'
import { CheckIcon } from '../kit/icons.tsx'
import { TextLink } from '../kit/link.tsx'
import { Problem } from '../kit/problem.tsx'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { bellWords, kitWords } from '../words.ts'
import { LevelIcon } from './bell-level.tsx'

export function BellList({ onLeave }: { onLeave: () => void }) {
  const list = useNotifications()
  return (
    <>
      <div className="section-head">
        <h2 className="section-title">{bellWords.title}</h2>
        <ReadAll />
      </div>
      {list.error && <Problem error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <SkeletonLines />}
      {list.data && <Rows rows={list.data.pages.flatMap(({ items }) => items)} onLeave={onLeave} />}
      {list.hasNextPage && (
        <Button
          variant="default"
          size="sm"
          fullWidth
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {kitWords.loadMore}
        </Button>
      )}
    </>
  )
}

function ReadAll() {
  const unread = useUnread()
  const { mutate, isPending } = useReadAll()
  if (unread === 0) return null
  return (
    <Button size="compact-sm" variant="subtle" loading={isPending} onClick={leaving(mutate)}>
      {bellWords.readAll}
    </Button>
  )
}

function Rows({ rows, onLeave }: { rows: readonly Notification[]; onLeave: () => void }) {
  const [now] = useState(() => Date.now())
  if (rows.length === 0) return <p className="tray-empty">{bellWords.empty}</p>
  return (
    <ul className="bell-list">
      {rows.map((row) => (
        <Row key={row.id} notification={row} now={now} onLeave={onLeave} />
      ))}
    </ul>
  )
}

interface RowProps {
  notification: Notification
  now: number
  onLeave: () => void
}

function Row({ notification, now, onLeave }: RowProps) {
  const { id, title, body, link, level, at, readAt } = notification
  const { mutate: read } = useReadOne()
  const isUnread = readAt === null
  const follow = () => {
    if (isUnread) read(id)
    onLeave()
  }
  return (
    <li className="bell-row" tabIndex={-1} data-level={level} data-unread={isUnread}>
      <LevelIcon level={level} />
      <div className="bell-words">
        <p className="bell-title">
          {isUnread && <span className="visually-hidden">{bellWords.unread} </span>}
          {link === null ? (
            title
          ) : (
            <TextLink to={link} onClick={follow}>
              {title}
            </TextLink>
          )}
        </p>
        {body !== null && <p className="quiet">{body}</p>}
        <time dateTime={new Date(at).toISOString()}>{describeAgo(at, now)}</time>
      </div>
      {isUnread && (
        <ActionIcon size={36} variant="subtle" aria-label={bellWords.read(title)} onClick={leaving(() => read(id))}>
          <CheckIcon size={18} />
        </ActionIcon>
      )}
    </li>
  )
}

/** A button that goes away with what it does gives the focus to what it stands in, so that the keyboard is not lost. */
const leaving = (act: () => void) => (event: MouseEvent<HTMLElement>) => {
  event.currentTarget.parentElement?.closest<HTMLElement>('[tabindex="-1"]')?.focus()
  act()
}
