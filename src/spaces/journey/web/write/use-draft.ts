/** A draft that saves itself a moment after the last change, and when the page is left. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { createDrafts, emptyDraft, type Draft } from './draft.ts'

/** Milliseconds. */
const restBeforeSaving = 600

export type DraftState = 'untouched' | 'changed' | 'saved' | 'not-kept'

export function useDraft(place: string) {
  const drafts = useMemo(() => createDrafts(() => window.localStorage, place), [place])
  const [draft, setDraft] = useState(drafts.read)
  const [state, setState] = useState<DraftState>('untouched')

  const keep = (next: Draft) => setState(drafts.keep(next) ? 'saved' : 'not-kept')
  useKeeping(draft, () => {
    if (state === 'changed') keep(draft)
  })

  return {
    draft,
    state,
    change(part: Partial<Draft>) {
      setDraft((before) => ({ ...before, ...part }))
      setState('changed')
    },
    /** Keeps a step of saving at once. */
    remember(next: Draft) {
      setDraft(next)
      keep(next)
    },
    clear() {
      drafts.clear()
      setDraft(emptyDraft)
      setState('untouched')
    },
  }
}

/** Keeps a while after each change, and when the page or the tab is left. */
function useKeeping(draft: Draft, keep: () => void) {
  const keepNow = useEffectEvent(keep)
  useEffect(() => {
    const timer = setTimeout(() => keepNow(), restBeforeSaving)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => {
    const leave = () => keepNow()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
}
