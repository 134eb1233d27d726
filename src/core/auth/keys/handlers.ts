/** The endpoints of keys. */
import type { PageAsked } from '#core/db'
import { Problem } from '#contract/problem'
import type { Caller } from '../caller.ts'
import { keyExpired, unknownScope, type NewKey } from '../contract.ts'
import { tell, type AuthContext } from '../needs.ts'
import { addKey, listKeys, removeKey } from './keys.ts'
import { newKeySecret } from './secret.ts'

interface Asked {
  caller: Caller
}

export function keyHandlers(context: AuthContext) {
  const { db, scopes } = context
  return {
    listScopes: async (_: unknown, { caller }: Asked) => ({ items: scopes.grantable(caller.role) }),
    listKeys: (_: unknown, { caller, query }: Asked & { query: PageAsked }) => listKeys(db.read, caller.id, query),
    makeKey: (_: unknown, { caller, body }: Asked & { body: NewKey }) => makeKey(context, caller, body),
    endKey: (_: unknown, { caller, params }: Asked & { params: { keyId: string } }) =>
      db.write(async (tx) => {
        await removeKey(tx, { person: caller.id, id: params.keyId })
        await tell(context, tx, { name: 'account.key-ended', person: caller.id })
        return {}
      }),
  }
}

async function makeKey(context: AuthContext, { id: person, role }: Caller, asked: NewKey) {
  const { db, newId, now, scopes } = context
  const unknown = asked.scopes.find((scope) => !scopes.isGrantable(role, scope))
  if (unknown !== undefined) throw new Problem(unknownScope, `You cannot give “${unknown}” to a key.`)
  if (asked.expiresAt !== null && asked.expiresAt <= now())
    throw new Problem(keyExpired, 'The end of this key has passed already. Choose a later one.')
  const id = newId()
  const { secret, shown } = newKeySecret(id)
  const key = await db.write(async (tx) => {
    const added = await addKey(tx, { ...asked, person, id, secret, now: now() })
    await tell(context, tx, { name: 'account.key-made', person })
    return added
  })
  return { ...key, secret: shown }
}
