/** Decisions about elements: shown at once, sent, and taken back where the server refuses. Each can be undone. */
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { queryClient, refetch } from '../../../../web/data/queries.ts'
import { showUndo, tell } from '../../../../web/kit/undo-toast.tsx'
import type { Decision, Element } from '../../contract.ts'
import { journey } from '../client.ts'
import { titleOf } from '../kinds/kinds.ts'
import { journeyKeys, type FoundElements } from '../queries.ts'
import { words } from '../words.ts'

interface Deciding {
  element: Element
  decision: Decision
}

export function useDecide(sessionId: string) {
  const queryKey = journeyKeys.elements(sessionId)
  const replace = (element: Element) =>
    queryClient.setQueryData<FoundElements>(queryKey, (found) => found && withElement(found, element))
  const { mutate } = useMutation({
    mutationKey: journeyKeys.decide,
    mutationFn: ({ element, decision }: Deciding) => journey.decideElement({ elementId: element.id, body: decision }),
    onMutate: async ({ element, decision }) => {
      await queryClient.cancelQueries({ queryKey })
      replace(decided(element, decision))
    },
    onSuccess: ({ element, changeId }, { decision }) => {
      replace(element)
      showLatestUndo(changeId, sentenceFor(element, decision))
    },
    onError: (_, { element }) => {
      replace(element)
      tell(words.elements.notDecided)
    },
    // The last decision under way fetches what the replies to all of them say.
    onSettled: () => settle(sessionId),
  })
  return (element: Element, decision: Decision) => mutate({ element, decision })
}

const withElement = (found: FoundElements, element: Element): FoundElements => ({
  ...found,
  items: found.items.map((item) => (item.id === element.id ? element : item)),
})

/** What the server will answer, as far as can be told. */
function decided(element: Element, { status, label }: Decision): Element {
  if (label !== undefined) return { ...element, label, status: 'edited' }
  if (status === 'proposed') return { ...element, status, label: element.proposedLabel }
  return { ...element, status: status ?? element.status }
}

function sentenceFor(element: Element, { status }: Decision) {
  const title = titleOf(element)
  switch (status) {
    case 'confirmed':
      return words.elements.agreed(title)
    case 'rejected':
      return words.elements.rejectedOne(title)
    case 'proposed':
      return words.elements.restored(title)
    case undefined:
      return words.elements.edited(title)
  }
}

let latestChange: string | undefined

/** One decision follows another quickly, so only the latest keeps its note on the screen. */
function showLatestUndo(changeId: string, sentence: string) {
  if (latestChange !== undefined) notifications.hide(latestChange)
  latestChange = changeId
  showUndo(changeId, sentence)
}

async function settle(sessionId: string) {
  if (queryClient.isMutating({ mutationKey: journeyKeys.decide }) > 1) return
  await Promise.all([refetch({ queryKey: journeyKeys.about(sessionId) }), refetch({ queryKey: journeyKeys.lists })])
}
