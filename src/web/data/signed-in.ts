/** Signing in and out, and the person who is signed in. */
import { useSyncExternalStore } from 'react'
import type { Person, Registration } from '#core/auth/contract'
import { account } from './clients.ts'
import { forgetReplies, refetchReplies, stopFetching } from './queries.ts'
import { access } from './send.ts'

export function useStanding() {
  return useSyncExternalStore(access.subscribe, access.read)
}

/** The person at the page. Only for what stands inside the shell, which is not drawn for visitors. */
export function useSignedIn(): { person: Person } {
  const standing = useStanding()
  if (standing.state !== 'signed-in') throw new Error('useSignedIn was called where nobody is signed in')
  return { person: standing.person }
}

/** The person as of now, also for pages of visitors. */
export function readPerson(): Person | undefined {
  const standing = access.read()
  return standing.state === 'signed-in' ? standing.person : undefined
}

/** After a page load: asks with the refresh cookie who this is. */
export const restoreSignIn = () => access.renew()

export async function signIn(credentials: { email: string; password: string }) {
  access.accept(await account.signIn({ body: credentials }))
}

export async function register(registration: Registration & { invitation?: string }) {
  access.accept(await account.register({ body: registration }))
}

export async function createFirstAdministrator(registration: Registration & { token: string }) {
  access.accept(await account.createFirstAdministrator({ body: registration }))
}

export async function rename(name: string) {
  access.setPerson(await account.updateAccount({ body: { name } }))
}

/** Ends this sign-in on the server, then forgets what this page knew. */
export async function signOut() {
  await stopFetching()
  try {
    await account.signOut()
  } catch (error) {
    void refetchReplies()
    throw error
  }
  access.forget()
  forgetReplies()
}

/** Erases the account on the server, then forgets what this page knew. */
export async function deleteAccount(password: string) {
  await account.deleteAccount({ body: { password } })
  access.forget()
  forgetReplies()
}

/** Calls back when somebody signs in, signs out, or another tab made this one somebody else's. */
export function onPersonChange(act: () => void): () => void {
  let known = readPerson()?.id
  return access.subscribe(() => {
    const next = readPerson()?.id
    if (next === known) return
    if (known !== undefined) forgetReplies()
    known = next
    act()
  })
}
