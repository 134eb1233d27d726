/** The frame around every page of a signed-in person: rail, top bar, content, and on a phone the bottom bar. */
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useJobNews } from '../data/jobs.ts'
import { useLiveConnection } from '../data/live.ts'
import { useStanding } from '../data/signed-in.ts'
import { useKeys } from '../kit/keys.ts'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { shellWords } from '../words.ts'
import { useChosenScheme } from './appearance.ts'
import { BottomBar } from './bottom-bar.tsx'
import { HttpsNotice } from './https-notice.tsx'
import { KeyList } from './key-list.tsx'
import { Rail } from './rail.tsx'
import { ShellSkeleton } from './shell-skeleton.tsx'
import { TopBar } from './top-bar.tsx'

export function Shell() {
  return useStanding().state === 'signed-in' ? <OpenShell /> : <ShellSkeleton />
}

function OpenShell() {
  const [showsKeys, setShowsKeys] = useState(false)
  useLiveConnection()
  useJobNews()
  useChosenScheme()
  useKeys({ '?': () => setShowsKeys(true) })
  const main = useFocusOnArrival()
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {shellWords.skip}
      </a>
      <Rail />
      <TopBar onShowKeys={() => setShowsKeys(true)} />
      <main id="content" ref={main} tabIndex={-1}>
        <HttpsNotice />
        <Outlet />
      </main>
      <BottomBar />
      <KeyList isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  )
}

/** After going to another page, the keyboard and the screen reader start at its content. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const shown = useRef<string>(undefined)
  useEffect(() => {
    const isFirst = shown.current === undefined
    shown.current = pathname
    if (isFirst || main.current?.contains(document.activeElement)) return
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}

export function PendingPage() {
  return (
    <div className="page" data-width="reading">
      <SkeletonLines lines={6} />
    </div>
  )
}
