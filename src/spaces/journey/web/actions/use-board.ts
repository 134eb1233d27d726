/** The columns of the board. An action that is on its way to another column is shown there already. */
import type { ActionStatus } from '../../contract.ts'
import { useActions, useSummary } from './data.ts'

export const columns = ['proposed', 'open', 'in-progress', 'done', 'dropped'] as const satisfies ActionStatus[]

export type BoardData = ReturnType<typeof useBoard>

export function useBoard(text: string) {
  const filter = text === '' ? {} : { text }
  const proposed = useActions({ ...filter, status: 'proposed' })
  const open = useActions({ ...filter, status: 'open' })
  const begun = useActions({ ...filter, status: 'in-progress' })
  const done = useActions({ ...filter, status: 'done', sort: 'newest' })
  const dropped = useActions({ ...filter, status: 'dropped', sort: 'newest' })
  const { data: summary } = useSummary()
  const lists = [proposed, open, begun, done, dropped]
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
    dropped: column('dropped', dropped),
    error: lists.find(({ error }) => error)?.error ?? null,
    isPending: lists.some(({ isPending }) => isPending),
    refetch: () => lists.forEach(({ refetch }) => void refetch()),
  }
}

/** Of what was dropped there is a column while there is something in it. */
export const shownColumns = (board: BoardData) =>
  columns.filter((status) => status !== 'dropped' || board.dropped.count > 0 || board.dropped.items.length > 0)
