/** The first moments of a page: who is this, and what does the server run? Then the router takes over. */
import { useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { RunningSpaces } from '../data/running-spaces.ts'
import { onPersonChange, restoreSignIn } from '../data/signed-in.ts'
import { welcomeQuery } from '../data/welcome.ts'
import { Problem } from '../kit/problem.tsx'
import { spaces } from '../spaces.ts'
import { createWebRouter } from './router.ts'
import { ShellSkeleton } from './shell-skeleton.tsx'

export function Entrance() {
  const welcome = useQuery(welcomeQuery)
  const standing = useQuery({
    queryKey: ['standing'],
    queryFn: restoreSignIn,
    staleTime: 'static',
    gcTime: Infinity,
  })
  const error = welcome.error ?? standing.error
  if (error && !(welcome.data && standing.data)) {
    const retry = () => void Promise.all([welcome.refetch(), standing.refetch()])
    return (
      <main className="entrance-problem">
        <Problem error={error} retry={retry} />
      </main>
    )
  }
  if (!welcome.data || !standing.data) return <ShellSkeleton />
  return <Pages names={welcome.data.spaces.join(' ')} />
}

function Pages({ names }: { names: string }) {
  const running = useMemo(() => spaces.filter(({ name }) => names.split(' ').includes(name)), [names])
  const router = useMemo(() => createWebRouter(running), [running])
  useEffect(() => onPersonChange(() => void router.invalidate()), [router])
  return (
    <RunningSpaces value={running}>
      <RouterProvider router={router} />
    </RunningSpaces>
  )
}
