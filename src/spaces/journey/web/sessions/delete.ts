/** Deleting a session: it leaves the lists at once, and a note offers to bring it back. */
import { useMutation, type InfiniteData } from '@tanstack/react-query'
import { queryClient, refetch } from '../../../../web/data/queries.ts'
import { describeProblem } from '../../../../web/kit/problem.tsx'
import { showUndo, tell } from '../../../../web/kit/undo-toast.tsx'
import type { SessionSummary } from '../../contract.ts'
import { journey } from '../client.ts'
import { journeyKeys, type Order } from '../queries.ts'
import { words } from '../words.ts'

interface SessionsPage {
  items: SessionSummary[]
  next: string | null
}
const orders: readonly Order[] = ['newest', 'oldest']

export function useDeleteSession() {
  return useMutation({
    mutationFn: ({ id }: Pick<SessionSummary, 'id' | 'title'>) => journey.deleteSession({ sessionId: id }),
    onMutate: async ({ id }) => {
      await queryClient.cancelQueries({ queryKey: journeyKeys.lists })
      takeOut(id)
    },
    onSuccess: ({ changeId }, { id, title }) => {
      // A list that was fetched meanwhile may still have it.
      takeOut(id)
      showUndo(changeId, words.changes.deleted(title))
    },
    onError: (error) => tell(describeProblem(error).detail),
    onSettled: () => refetch({ queryKey: journeyKeys.lists }),
  })
}

const takeOut = (id: string) => orders.forEach((order) => takeOutOf(order, id))

function takeOutOf(order: Order, id: string) {
  queryClient.setQueryData<InfiniteData<SessionsPage>>(
    journeyKeys.list(order),
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({ ...page, items: page.items.filter((session) => session.id !== id) })),
      },
  )
}
