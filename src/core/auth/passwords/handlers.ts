/** The endpoints of the password. */
import type { Tx } from '#core/db'
import { signInOf, type Caller } from '../caller.ts'
import { tell, type AuthContext } from '../needs.ts'
import { spendResetLink } from '../people/reset-links.ts'
import { authTables } from '../schema.ts'
import { endSignIns } from '../sign-ins/sign-ins.ts'
import { forgetTries } from './back-off.ts'
import { assertPassword } from './password-check.ts'

interface Changing {
  caller: Caller
  body: { oldPassword: string; newPassword: string }
}

export function passwordHandlers(context: AuthContext) {
  return {
    changePassword: (_: unknown, request: Changing) => changePassword(context, request),
    resetPassword: (_: unknown, { body }: { body: { token: string; newPassword: string } }) =>
      resetPassword(context, body),
  }
}

async function changePassword(context: AuthContext, { caller, body }: Changing) {
  await assertPassword(context, caller, body.oldPassword)
  const password = await context.passwords.hash(body.newPassword)
  const ended = await context.db.write(async (tx) => {
    await forgetTries(context, tx, caller.email)
    await setPassword(context, tx, { person: caller.id, password })
    return endSignIns(tx, { personId: caller.id, except: signInOf(caller), now: context.now() })
  })
  return { ended }
}

async function resetPassword(context: AuthContext, { token, newPassword }: { token: string; newPassword: string }) {
  const password = await context.passwords.hash(newPassword)
  await context.db.write(async (tx) => {
    const { id, email } = await spendResetLink(tx, token, context.now())
    await forgetTries(context, tx, email)
    await setPassword(context, tx, { person: id, password })
    await endSignIns(tx, { personId: id, now: context.now() })
  })
  return {}
}

async function setPassword(context: AuthContext, tx: Tx, { person, password }: { person: string; password: string }) {
  await authTables(tx).updateTable('people').set({ password }).where('id', '=', person).execute()
  await tell(context, tx, { name: 'account.password-changed', person })
}
