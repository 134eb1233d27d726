/** How long a refusal still lasts, counted down where a person waits for its end. */
import { useEffect, useState } from 'react'
import { second } from '#std/duration'
import { kitWords } from '../words.ts'

/** `passesIn` is in milliseconds, from the moment this is first drawn. A timer is not read out at every tick. */
export function PauseLeft({ passesIn }: { passesIn: number }) {
  const [left, setLeft] = useState(passesIn)
  useEffect(() => {
    const end = Date.now() + passesIn
    const timer = setInterval(() => setLeft(Math.max(0, end - Date.now())), second)
    return () => clearInterval(timer)
  }, [passesIn])
  return <p role="timer">{left > 0 ? kitWords.pauseLeft(Math.ceil(left / second)) : kitWords.pauseOver}</p>
}
