/** The endpoints of sign-ins. */
import type { PageAsked } from '#core/db'
import { Problem } from '#contract/problem'
import { signInOf, type Caller } from '../caller.ts'
import { signInNotFound } from '../contract.ts'
import { tell, type AuthContext, type Visit } from '../needs.ts'
import { endSignIns, listSignIns } from './sign-ins.ts'

interface Asked {
  caller: Caller
}
type Ending = Asked & Visit

export function signInHandlers(context: AuthContext) {
  const { db, now } = context
  return {
    listSignIns: (_: unknown, { caller, query }: Asked & { query: PageAsked }) =>
      listSignIns(db.read, { personId: caller.id, current: signInOf(caller), now: now() }, query),
    async endSignIn(_: unknown, { params, ...request }: Ending & { params: { signInId: string } }) {
      if (!(await endOne(context, request, params.signInId)))
        throw new Problem(signInNotFound, 'There is no such sign-in, or it has ended already.')
      return {}
    },
    async signOut(_: unknown, request: Ending) {
      await endOne(context, request, signInOf(request.caller))
      return {}
    },
    signOutEverywhere: (_: unknown, request: Ending & { body: { which: 'others' | 'all' } }) =>
      signOutEverywhere(context, request),
  }
}

/** False when there was nothing to end. */
async function endOne(context: AuthContext, { caller, cookie }: Ending, signInId: string): Promise<boolean> {
  const hasEnded = await context.db.write(async (tx) => {
    const ended = await endSignIns(tx, { personId: caller.id, only: signInId, now: context.now() })
    if (ended > 0) await tell(context, tx, { name: 'account.signed-out', person: caller.id })
    return ended > 0
  })
  if (signInId === signInOf(caller)) cookie.clear()
  return hasEnded
}

async function signOutEverywhere(
  context: AuthContext,
  { caller, cookie, body: { which } }: Ending & { body: { which: 'others' | 'all' } },
) {
  const current = signInOf(caller)
  const ended = await context.db.write(async (tx) => {
    const about = { personId: caller.id, now: context.now() }
    const count = await endSignIns(tx, which === 'all' ? about : { ...about, except: current })
    if (count > 0) await tell(context, tx, { name: 'account.signed-out', person: caller.id })
    return count
  })
  if (which === 'all') cookie.clear()
  return { ended }
}
