/** One-time links. Their token stands behind `#`, where no server on the way sees it, and leaves the address bar at once. */
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

interface OneTimeLink {
  token: string | undefined
  /** Whom an invitation is for, where the link says so. */
  email: string | undefined
}

/** What the newest link said that led to this page. */
export function useOneTimeLink(): OneTimeLink {
  const navigate = useNavigate()
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const [kept, setKept] = useState(hash)
  if (hash !== '' && hash !== kept) setKept(hash)
  useEffect(() => {
    if (hash !== '') void navigate({ to: '.', search: true, hash: '', replace: true })
  }, [hash, navigate])
  return { token: tokenOf(kept), email: new URLSearchParams(kept).get('email') ?? undefined }
}

/** The token in `…/first-run#token=…`, or in the part after `#`. */
export const tokenOf = (link: string) => /(?:^|#)token=([^&\s]+)/.exec(link)?.[1]
