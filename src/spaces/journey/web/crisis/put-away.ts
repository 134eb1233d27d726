/** Whether a person put the help of a session away, on this device. It can be taken out again. */
import { useState } from 'react'

const keyOf = (sessionId: string) => `cairn.journey.help-away.${sessionId}`

export function usePutAway(sessionId: string) {
  const [isAway, setAway] = useState(() => read(sessionId))
  const put = (away: boolean) => {
    setAway(away)
    keep(sessionId, away)
  }
  return { isAway, putAway: () => put(true), takeOut: () => put(false) }
}

/** Browsers may refuse to keep anything: then help is shown again the next time. */
function read(sessionId: string): boolean {
  try {
    return localStorage.getItem(keyOf(sessionId)) !== null
  } catch {
    return false
  }
}

function keep(sessionId: string, away: boolean) {
  try {
    if (away) localStorage.setItem(keyOf(sessionId), 'yes')
    else localStorage.removeItem(keyOf(sessionId))
  } catch {
    // Nothing is kept, and nothing depends on it.
  }
}
