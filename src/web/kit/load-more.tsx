/** The way to the rest of a list that is fetched page by page; nothing once all of it is there. */
import { Button, type ButtonProps } from '@mantine/core'
import { kitWords } from '../words.ts'

interface PagedList {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage(): Promise<unknown>
}

export function LoadMore({ list, ...look }: { list: PagedList } & Pick<ButtonProps, 'size'>) {
  if (!list.hasNextPage) return null
  return (
    <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} {...look}>
      {kitWords.loadMore}
    </Button>
  )
}
