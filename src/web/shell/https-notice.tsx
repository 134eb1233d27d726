/** Over plain HTTP everything works; this says once what HTTPS would add. */
import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { LockIcon } from '../kit/icons.tsx'
import { kitWords, shellWords } from '../words.ts'

const key = 'cairn.https-notice'

export function HttpsNotice() {
  const [isShown, setIsShown] = useState(() => !window.isSecureContext && localStorage.getItem(key) === null)
  if (!isShown) return null
  const dismiss = () => {
    localStorage.setItem(key, 'read')
    setIsShown(false)
  }
  return (
    <aside className="notice" aria-label={shellWords.httpsTitle}>
      <LockIcon />
      <p>{shellWords.https}</p>
      <CloseButton aria-label={kitWords.close} onClick={dismiss} />
    </aside>
  )
}
