/** People: who has an account, what they may do, and who is invited. */
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { LoadMore } from '../../../web/kit/load-more.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { AddIcon, SearchIcon } from '../../../web/kit/icons.tsx'
import { ButtonLink } from '../../../web/kit/link.tsx'
import { Problem } from '../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../web/kit/skeleton-lines.tsx'
import { LonelyStone } from '../../../web/shell/pictures.tsx'
import { AdminPage, Section } from '../frame.tsx'
import { peopleQuery } from '../queries.ts'
import { Table } from '../table.tsx'
import { words } from '../words.ts'
import { Invitations } from './invitations.tsx'
import { Invite } from './invite.tsx'
import { columns, PersonRow } from './person-row.tsx'

const { people: texts, invitations } = words

/** In milliseconds after the last key. */
const searchAfter = 250

export function PeoplePage() {
  const navigate = useNavigate()
  const isInviting = useRouterState({ select: ({ location }) => location.hash === 'invite' })
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search.trim(), searchAfter)
  return (
    <AdminPage
      title={words.pages.people}
      lead={texts.lead}
      actions={
        <ButtonLink to="." hash="invite" leftSection={<AddIcon size={18} />}>
          {invitations.invite}
        </ButtonLink>
      }
    >
      <TextInput
        type="search"
        className="admin-search"
        aria-label={texts.search}
        placeholder={texts.search}
        leftSection={<SearchIcon size={18} />}
        maxLength={100}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <PeopleTable search={settled} />
      <Section title={invitations.title}>
        <Invitations />
      </Section>
      <Invite isOpen={isInviting} onClose={() => void navigate({ to: '.', hash: '', replace: true })} />
    </AdminPage>
  )
}

function PeopleTable({ search }: { search: string }) {
  const list = useInfiniteQuery({ ...peopleQuery(search), placeholderData: keepPreviousData })
  if (list.error) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines lines={6} />
  const people = list.data.pages.flatMap(({ items }) => items)
  if (people.length === 0) {
    return <EmptyState picture={<LonelyStone />} title={texts.nobody} text={texts.nobodyText(search)} />
  }
  return (
    <>
      <Table label={texts.table} columns={Object.values(columns)}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </Table>
      <LoadMore list={list} />
    </>
  )
}
