/** Single keys that act on a page, left alone while somebody types or holds a modifier. */
import { useEffect, useEffectEvent } from 'react'

/** Key as in `KeyboardEvent.key`, in lower case → what it does. */
export type KeyActions = Record<string, () => void>

export function useKeys(actions: KeyActions, { enabled = true }: { enabled?: boolean } = {}): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = actions[event.key.toLowerCase()]
    if (!action || event.defaultPrevented || isTaken(event)) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    if (!enabled) return
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [enabled])
}

const writable = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]'

function isTaken(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  return event.target instanceof Element && event.target.closest(writable) !== null
}
