/** Knows whether the code that asks runs inside the body of a write. */
import { AsyncLocalStorage } from 'node:async_hooks'

const insideWrite = new AsyncLocalStorage<{ isOpen: boolean }>()

/** Ports to the outside call this first: a transaction must never wait for the world. */
export function assertOutsideWrite(what: string) {
  if (insideWrite.getStore()?.isOpen) throw new Error(`${what} inside a write: move it before or after the transaction`)
}

export function assertInsideWrite() {
  if (!insideWrite.getStore()?.isOpen) throw new Error('A transaction was used outside of its write')
}

/** Runs the body of a write. */
export function runInside<T>(body: () => Promise<T>): Promise<T> {
  const scope = { isOpen: true }
  return insideWrite.run(scope, body).finally(() => (scope.isOpen = false))
}
