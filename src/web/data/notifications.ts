/** Notifications in the cache: kept fresh by the live connection, by polling while there is none. */
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Level, notificationsTopic, type Notification } from '#core/notifications/contract'
import { notifications } from './clients.ts'
import { useIsLive, useLive } from './live.ts'
import { refetch } from './queries.ts'

/** How often news are asked for while the live connection is down, in milliseconds. */
const pollEvery = 30_000
/** How long what comes at once is gathered before it is shown, in milliseconds. */
const gatherFor = 300
const pageSize = 20

const keys = {
  all: ['notifications'],
  summary: ['notifications', 'summary'],
  list: ['notifications', 'list'],
}

const refetchAll = () => refetch({ queryKey: keys.all })

export function useUnread(): number {
  const isLive = useIsLive()
  const { data } = useQuery({
    queryKey: keys.summary,
    queryFn: ({ signal }) => notifications.getNotificationSummary({}, { signal }),
    refetchInterval: isLive ? false : pollEvery,
  })
  return data?.unread ?? 0
}

export const useNotifications = () =>
  useInfiniteQuery({
    queryKey: keys.list,
    queryFn: ({ pageParam, signal }) =>
      notifications.listNotifications(
        { query: { limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: firstPage(),
    getNextPageParam: ({ next }) => next,
  })

const firstPage = (): string | null => null

export const useReadOne = () =>
  useMutation({
    mutationFn: (id: string) => notifications.readNotification({ notificationId: id }),
    onSettled: refetchAll,
  })

export const useReadAll = () =>
  useMutation({ mutationFn: () => notifications.readAllNotifications(), onSettled: refetchAll })

const Raised = z.object({ level: Level })

/** Feeds the cache from the topic, and hands over what should be seen at once, newest first; mounted once. */
export function useNotificationNews(onUrgent: (fresh: readonly Notification[]) => void) {
  useLive(notificationsTopic, (frame) => {
    if (frame.type !== 'event') return
    void refetchAll()
    const { data: raised } = Raised.safeParse(frame.payload)
    if (raised && raised.level !== 'info') gather(frame.entity, (ids) => void findUnread(ids).then(onUrgent))
  })
}

const gather = createGatherer()

function createGatherer() {
  let gathered: string[] = []
  return (id: string, act: (ids: readonly string[]) => void) => {
    gathered.push(id)
    if (gathered.length > 1) return
    setTimeout(() => {
      const ids = gathered
      gathered = []
      act(ids)
    }, gatherFor)
  }
}

/** What was read meanwhile, or cannot be fetched now, need not be shown: it stands in the list. */
async function findUnread(ids: readonly string[]): Promise<readonly Notification[]> {
  const query = { state: 'unread', limit: 100 } as const
  const { items } = await notifications.listNotifications({ query }).catch(() => ({ items: [] }))
  return items.filter(({ id }) => ids.includes(id))
}
