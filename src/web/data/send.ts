/** The page's own access, and the `send` that every client uses. */
import type { Send } from '#contract/client'
import { Access } from './access.ts'

/** Web Locks exist only where the page came over HTTPS or from localhost. */
const locks: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined

export const access = new Access({
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  exclusively: async (task) => (locks ? await locks.request('cairn-renewal', task) : await task()),
})

export const send: Send = access.send
