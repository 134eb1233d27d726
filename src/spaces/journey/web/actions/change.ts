/** Changes of actions: shown at once, sent, and taken back where the server refuses. Each can be undone. */
import { notifications } from '@mantine/notifications'
import { useMutation, type InfiniteData } from '@tanstack/react-query'
import { queryClient } from '../../../../web/data/queries.ts'
import { describeProblem } from '../../../../web/kit/problem.tsx'
import { showUndo, tell } from '../../../../web/kit/undo-toast.tsx'
import type { Action, ActionChange } from '../../contract.ts'
import { journey } from '../client.ts'
import { dayInWords } from '../patterns/day-words.ts'
import { actionKeys, refetchActions, type ActionsPage } from './data.ts'
import { words } from './words.ts'

interface Changing {
  action: Action
  change: ActionChange
}

export function useChangeAction() {
  const { mutate } = useMutation({
    mutationKey: actionKeys.change,
    mutationFn: ({ action, change }: Changing) => journey.updateAction({ actionId: action.id, body: change }),
    onMutate: async ({ action, change }) => {
      await queryClient.cancelQueries({ queryKey: actionKeys.lists })
      putIntoLists({ ...action, ...withoutUndefined(change) })
    },
    onSuccess: ({ action, changeId }, { change }) => {
      putIntoLists(action)
      showLatestUndo(changeId, sentenceOf(action, change))
    },
    onError: (error, { action }) => {
      putIntoLists(action)
      tell(describeProblem(error).detail)
    },
    onSettled: () => refetchActions(1),
  })
  return (action: Action, change: ActionChange) => mutate({ action, change })
}

/** What is done and comes again is open already, for its next day. */
function sentenceOf({ title, status, due }: Action, change: ActionChange) {
  if (change.status === undefined) return words.changed(title)
  const isRenewed = change.status === 'done' && status !== 'done' && due !== null
  return isRenewed ? words.renewed(title, dayInWords(due.day)) : words.moved(title, change.status)
}

const withoutUndefined = ({ title, detail, status, priority, due, topic }: ActionChange): Partial<Action> => ({
  ...(title !== undefined && { title }),
  ...(detail !== undefined && { detail }),
  ...(status !== undefined && { status }),
  ...(priority !== undefined && { priority }),
  ...(due !== undefined && { due }),
  ...(topic !== undefined && { topic }),
})

type Pages = InfiniteData<ActionsPage>

function putIntoLists(action: Action) {
  changeLists((items) => items.map((item) => (item.id === action.id ? action : item)))
}

function changeLists(change: (items: Action[]) => Action[]) {
  queryClient.setQueriesData<Pages>(
    { queryKey: actionKeys.lists },
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, items: change(page.items) })) },
  )
}

export function useDeleteAction() {
  const { mutate } = useMutation({
    mutationKey: actionKeys.change,
    mutationFn: ({ id }: Action) => journey.deleteAction({ actionId: id }),
    onMutate: async ({ id }) => {
      await queryClient.cancelQueries({ queryKey: actionKeys.lists })
      changeLists((items) => items.filter((item) => item.id !== id))
    },
    onSuccess: ({ changeId }, { title }) => showLatestUndo(changeId, words.deleted(title)),
    onError: (error) => tell(describeProblem(error).detail),
    onSettled: () => refetchActions(1),
  })
  return mutate
}

let latestChange: string | undefined

/** One change follows another quickly, so only the latest keeps its note on the screen. */
export function showLatestUndo(changeId: string, sentence: string) {
  if (latestChange !== undefined) notifications.hide(latestChange)
  latestChange = changeId
  showUndo(changeId, sentence)
}
