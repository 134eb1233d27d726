/** Actions as a table: what is not over by due day, or what is asked for. */
import { Checkbox, NativeSelect, Table } from '@mantine/core'
import { useState } from 'react'
import { TextLink } from '../../../../web/kit/link.tsx'
import { LoadMore } from '../../../../web/kit/load-more.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { ActionStatus, type Action } from '../../contract.ts'
import { standing, useActions, type Filter } from './data.ts'
import { Due } from './due.tsx'
import { words } from './words.ts'

const sorts = ['due', 'priority', 'newest'] as const

export function ActionTable({ text }: { text: string }) {
  const [filter, setFilter] = useState<Filter>({ status: standing.join(','), sort: 'due' })
  const list = useActions({ ...filter, ...(text !== '' && { text }) })
  const items = list.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <Filters filter={filter} setFilter={setFilter} />
      {list.error && <Problem error={list.error} retry={() => void list.refetch()} />}
      {!items && !list.error && <SkeletonLines lines={6} />}
      {items?.length === 0 && <p className="quiet">{words.noMatch}</p>}
      {items && items.length > 0 && <Rows items={items} />}
      <LoadMore list={list} />
    </>
  )
}

function Filters({ filter, setFilter }: { filter: Filter; setFilter: (filter: Filter) => void }) {
  const { overdue: _, ...rest } = filter
  return (
    <div className="action-filters">
      <NativeSelect
        aria-label={words.status}
        value={filter.status}
        data={[
          { value: standing.join(','), label: words.allStatuses },
          ...ActionStatus.options.map((value) => ({ value, label: words.statuses[value] })),
        ]}
        onChange={(event) => setFilter({ ...filter, status: event.target.value })}
      />
      <NativeSelect
        aria-label={words.sort}
        value={filter.sort}
        data={sorts.map((value) => ({ value, label: words.sorts[value] }))}
        onChange={(event) => setFilter({ ...filter, sort: sorts.find((one) => one === event.target.value) ?? 'due' })}
      />
      <Checkbox
        size="md"
        label={words.onlyOverdue}
        checked={filter.overdue === 'true'}
        onChange={(event) => setFilter(event.target.checked ? { ...filter, overdue: 'true' } : rest)}
      />
    </div>
  )
}

function Rows({ items }: { items: readonly Action[] }) {
  return (
    <div className="action-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.hit}</Table.Th>
            <Table.Th>{words.due}</Table.Th>
            <Table.Th>{words.status}</Table.Th>
            <Table.Th>{words.priority}</Table.Th>
            <Table.Th>{words.topic}</Table.Th>
            <Table.Th>{words.from}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((action) => (
            <Row key={action.id} action={action} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Row({ action }: { action: Action }) {
  const { id, title, status, priority, topic, session } = action
  return (
    <Table.Tr>
      <Table.Td className="action-title">
        <TextLink to={`/journey/actions/${id}`}>{title}</TextLink>
      </Table.Td>
      <Table.Td>{action.due ? <Due action={action} /> : <span className="quiet">{words.noDue}</span>}</Table.Td>
      <Table.Td>{words.statuses[status]}</Table.Td>
      <Table.Td>{words.priorities[priority]}</Table.Td>
      <Table.Td>{topic}</Table.Td>
      <Table.Td>
        {session ? <TextLink to={`/journey/sessions/${session.id}`}>{session.title}</TextLink> : words.byHand}
      </Table.Td>
    </Table.Tr>
  )
}
