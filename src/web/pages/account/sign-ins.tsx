/** Where the account is signed in, and the end of each. */
import { Badge, Button } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import type { SignIn } from '#core/auth/contract'
import { refetchAccount, signInsQuery } from '../../data/account.ts'
import { account } from '../../data/clients.ts'
import { LoadMore } from '../../kit/load-more.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton-lines.tsx'
import { tell } from '../../kit/undo-toast.tsx'
import { When } from '../../kit/when.tsx'
import { signInWords } from './words.ts'

export function SignIns() {
  const list = useInfiniteQuery(signInsQuery)
  if (list.error) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines lines={4} />
  const signIns = list.data.pages.flatMap(({ items }) => items)
  return (
    <div className="settings-form">
      <ul className="entries">
        {signIns.map((signIn) => (
          <SignInEntry key={signIn.id} signIn={signIn} />
        ))}
      </ul>
      <div className="entry-actions">
        <LoadMore list={list} />
        {(signIns.length > 1 || list.hasNextPage) && <EndOthers />}
      </div>
    </div>
  )
}

function SignInEntry({ signIn: { id, device, createdAt, lastUsedAt, isCurrent } }: { signIn: SignIn }) {
  const name = device ?? signInWords.unknown
  const end = useMutation({
    mutationFn: () => account.endSignIn({ signInId: id }),
    onSuccess: () => tell(signInWords.ended(name)),
    onSettled: refetchAccount,
  })
  return (
    <li className="entry">
      <div className="entry-about">
        <p className="entry-title">
          {name}
          {isCurrent && <Badge variant="light">{signInWords.current}</Badge>}
        </p>
        <p className="quiet">
          {signInWords.since} <When at={createdAt} style="date" />, {signInWords.lastUsed} <When at={lastUsedAt} />
        </p>
        {end.error && <Problem error={end.error} />}
      </div>
      {!isCurrent && (
        <Button
          size="sm"
          variant="default"
          aria-label={signInWords.endOf(name)}
          loading={end.isPending}
          onClick={() => end.mutate()}
        >
          {signInWords.end}
        </Button>
      )}
    </li>
  )
}

function EndOthers() {
  const end = useMutation({
    mutationFn: () => account.signOutEverywhere({ body: { which: 'others' } }),
    onSuccess: ({ ended }) => tell(signInWords.endedOthers(ended)),
    onSettled: refetchAccount,
  })
  return (
    <>
      {end.error && <Problem error={end.error} />}
      <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
        {signInWords.endOthers}
      </Button>
    </>
  )
}
