/** The search page: what is asked stands in the address. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { search } from '../data/clients.ts'
import { LoadMore } from '../kit/load-more.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { Page } from '../kit/page.tsx'
import { Problem } from '../kit/problem.tsx'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { SearchingPath } from '../shell/pictures.tsx'
import { searchWords } from '../words.ts'
import { HitRow } from './hit-row.tsx'
import { SearchTips } from './search-tips.tsx'

const Asked = z.object({ q: z.string().default('') })

export function SearchPage() {
  const { q } = Asked.parse(useSearch({ strict: false }))
  const words = q.trim()
  return (
    <Page title={words === '' ? searchWords.title : searchWords.titleFor(words)}>
      {words === '' ? (
        <EmptyState picture={<SearchingPath />} title={searchWords.empty} text={<SearchTips />} />
      ) : (
        <Hits key={words} q={words} />
      )}
    </Page>
  )
}

function Hits({ q }: { q: string }) {
  const found = useInfiniteQuery({
    queryKey: ['search', q],
    queryFn: ({ pageParam, signal }) =>
      search.search({ query: { q, ...(pageParam !== null && { cursor: pageParam }) } }, { signal }),
    initialPageParam: firstPage(),
    getNextPageParam: ({ next }) => next,
  })
  if (found.error) return <Problem error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <SkeletonLines lines={9} />
  const hits = found.data.pages.flatMap(({ items }) => items)
  if (hits.length === 0) {
    return <EmptyState picture={<SearchingPath />} title={searchWords.nothing(q)} text={<SearchTips />} />
  }
  return (
    <>
      <ol className="hits">
        {hits.map((hit) => (
          <HitRow key={`${hit.space} ${hit.kind} ${hit.id}`} hit={hit} />
        ))}
      </ol>
      <LoadMore list={found} />
    </>
  )
}

const firstPage = (): string | null => null
