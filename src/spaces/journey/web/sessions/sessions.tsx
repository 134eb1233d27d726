/** All sessions by date, month by month. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { WriteIcon } from '../../../../web/kit/icons.tsx'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ButtonLink } from '../../../../web/kit/link.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import type { SessionSummary } from '../../contract.ts'
import { useJourneyNews, useSessions, type Order } from '../queries.ts'
import { words } from '../words.ts'
import { SessionCard } from './card.tsx'
import { groupByMonth, monthInWords } from './months.ts'
import { PathPicture } from './path-picture.tsx'
import '../journey.css'
import './sessions.css'

export function SessionsPage() {
  const [order, setOrder] = useState<Order>('newest')
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useSessions(order)
  useJourneyNews()
  const sessions = data?.pages.flatMap(({ items }) => items)
  if (sessions?.length === 0) return <NoSessions />
  return (
    <Page
      title={words.sessions.title}
      actions={
        <>
          <OrderChoice order={order} setOrder={setOrder} />
          <WriteLink />
        </>
      }
    >
      {sessions ? <Months sessions={sessions} /> : !error && <SkeletonLines lines={9} />}
      {error && <Problem error={error} retry={() => void refetch()} />}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.sessions.more}
        </Button>
      )}
    </Page>
  )
}

function WriteLink() {
  return (
    <ButtonLink to="/journey/write" leftSection={<WriteIcon size={18} />}>
      {words.space.write}
    </ButtonLink>
  )
}

function NoSessions() {
  return (
    <Page title={words.sessions.title}>
      <EmptyState
        picture={<PathPicture />}
        title={words.sessions.empty.title}
        text={words.sessions.empty.text}
        action={
          <ButtonLink to="/journey/write" leftSection={<WriteIcon size={18} />}>
            {words.sessions.empty.write}
          </ButtonLink>
        }
      />
    </Page>
  )
}

function OrderChoice({ order, setOrder }: { order: Order; setOrder: (order: Order) => void }) {
  return (
    <NativeSelect
      className="journey-order"
      aria-label={words.sessions.order}
      value={order}
      data={[
        { value: 'newest', label: words.sessions.newest },
        { value: 'oldest', label: words.sessions.oldest },
      ]}
      onChange={(event) => setOrder(event.target.value === 'oldest' ? 'oldest' : 'newest')}
    />
  )
}

function Months({ sessions }: { sessions: readonly SessionSummary[] }) {
  return groupByMonth(sessions).map(({ month, items }) => (
    <section key={month} className="journey-month" aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`}>{monthInWords(month)}</h2>
      <ul>
        {items.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
      </ul>
    </section>
  ))
}
