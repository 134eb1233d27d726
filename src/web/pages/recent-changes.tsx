/** What replaced or removed something in the last thirty days, newest first, each with a way back. */
import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import type { Change } from '#core/undo/contract'
import { undo } from '../data/clients.ts'
import { describeChange, useSpaces } from '../data/running-spaces.ts'
import { LoadMore } from '../kit/load-more.tsx'
import { UndoIcon } from '../kit/icons.tsx'
import { Problem } from '../kit/problem.tsx'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { takeBack } from '../kit/undo-toast.tsx'
import { When } from '../kit/when.tsx'
import { activityWords, kitWords } from '../words.ts'

export function RecentChanges() {
  const list = useInfiniteQuery({
    queryKey: ['changes'],
    queryFn: ({ pageParam, signal }) =>
      undo.listChanges({ query: { limit: 10, ...(pageParam !== null && { cursor: pageParam }) } }, { signal }),
    initialPageParam: firstPage(),
    getNextPageParam: ({ next }) => next,
  })
  if (list.error) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines />
  const changes = list.data.pages.flatMap(({ items }) => items)
  if (changes.length === 0) return <p className="quiet">{activityWords.noChanges}</p>
  return (
    <>
      <ul className="changes">
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  )
}

function ChangeRow({ change }: { change: Change }) {
  const sentence = describeChange(useSpaces(), change)
  const back = useMutation({ mutationFn: () => takeBack(change.id, sentence) })
  return (
    <li className="change">
      <div>
        <p>{sentence}</p>
        <p className="quiet">
          <When at={change.at} />
        </p>
      </div>
      <Button
        size="sm"
        variant="light"
        leftSection={<UndoIcon size={16} />}
        aria-label={`${kitWords.undo}: ${sentence}`}
        loading={back.isPending}
        onClick={() => back.mutate()}
      >
        {kitWords.undo}
      </Button>
    </li>
  )
}

const firstPage = (): string | null => null
