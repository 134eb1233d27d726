/** How a browser comes to be signed in, and stays so. */
import { Problem } from '#contract/problem'
import type { Tx } from '#core/db'
import { signInEnded, type Person } from '../contract.ts'
import { tell, type AuthContext, type Visit } from '../needs.ts'
import type { SignInCookie } from './cookie.ts'
import { deviceOf } from './device.ts'
import { rotate } from './rotation.ts'
import { addSignIn, findSignedIn, refreshLifetime } from './sign-ins.ts'

/** Signs in whoever `find` answers, in the same transaction, and sets the cookie. */
export async function enter(context: AuthContext, { cookie, userAgent }: Visit, find: (tx: Tx) => Promise<Person>) {
  const { db, newId, now, tokens } = context
  const signInId = newId()
  const { person, token } = await db.write(async (tx) => {
    const found = await find(tx)
    const about = { id: signInId, personId: found.id, device: deviceOf(userAgent), now: now() }
    const fresh = await addSignIn(tx, about)
    await tell(context, tx, { name: 'account.signed-in', person: found.id })
    return { person: found, token: fresh }
  })
  cookie.set(token, refreshLifetime)
  return { ...(await tokens.issue(person.id, signInId)), person }
}

export async function refresh(context: AuthContext, cookie: SignInCookie) {
  const presented = cookie.read()
  if (!presented) throw new Problem(signInEnded, 'You are not signed in here.')
  const { person, signInId, token } = await renew(context, presented).catch((error: unknown) => {
    if (error instanceof Problem) cookie.clear()
    throw error
  })
  cookie.set(token, refreshLifetime)
  return { ...(await context.tokens.issue(person.id, signInId)), person }
}

/** Refuses (401) what is no living sign-in, or is not any more because of this. */
async function renew(context: AuthContext, presented: string) {
  const { db, now, secrets } = context
  const rotated = await db.write(async (tx) => {
    const outcome = await rotate(tx, presented, { now: now(), key: secrets.refreshKey })
    if (outcome && !outcome.token)
      await tell(context, tx, { name: 'account.replay-refused', person: outcome.signIn.person })
    return outcome
  })
  if (!rotated) throw new Problem(signInEnded, 'This sign-in has ended. Sign in again.')
  const { signIn, token } = rotated
  if (token === undefined) {
    throw new Problem(signInEnded, 'An old sign-in was used again, so it was ended to be safe. Sign in again.')
  }
  const person = await findSignedIn(db.read, { personId: signIn.person, signInId: signIn.id })
  if (!person) throw new Problem(signInEnded, 'This sign-in has ended. Sign in again.')
  return { person, signInId: signIn.id, token }
}
