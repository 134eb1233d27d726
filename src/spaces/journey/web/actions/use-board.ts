/** The four columns of the board. An action that is on its way to another column is shown there already. */
import type { Action, ActionStatus } from '../../contract.ts'
import { useActions, useSummary } from './data.ts'

export const columns = ['proposed', 'open', 'in-progress', 'done'] as const satisfies ActionStatus[]

export type BoardData = ReturnType<typeof useBoard>

export function useBoard(text: string) {
  const filter = text === '' ? {} : { text }
  const proposed = useActions({ ...filter, status: 'proposed' })
  const open = useActions({ ...filter, status: 'open' })
  const begun = useActions({ ...filter, status: 'in-progress' })
  const done = useActions({ ...filter, status: 'done', sort: 'newest' })
  const { data: summary } = useSummary()
  const lists = [proposed, open, begun, done]
  const all = lists.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? [])
  const known = [...new Map(all.map((action) => [action.id, action])).values()]
  const column = (status: ActionStatus, list: typeof open) => ({
    items: known.filter((action) => action.status === status),
    count: text === '' ? (summary?.counts[status] ?? 0) : 0,
    list,
  })
  return {
    proposed: column('proposed', proposed),
    open: column('open', open),
    'in-progress': column('in-progress', begun),
    done: column('done', done),
    dropped: { items: emptyColumn, count: 0, list: done },
    error: lists.find(({ error }) => error)?.error ?? null,
    isPending: lists.some(({ isPending }) => isPending),
    refetch: () => lists.forEach(({ refetch }) => void refetch()),
  }
}

const emptyColumn: Action[] = []
