/** The endpoints of all that is mine: taking it along, and leaving. */
import type { Caller } from '../caller.ts'
import { tell, type AuthContext, type Visit } from '../needs.ts'
import { assertPassword } from '../passwords/password-check.ts'
import { forgetTries } from '../passwords/back-off.ts'
import { assertCanLeave } from '../people/people.ts'
import { exportKind } from './export-account.ts'
import { beginExport, findExport, toArchive } from './exports.ts'

interface Asked {
  caller: Caller
}

export function recordHandlers(context: AuthContext) {
  return {
    exportAccount: (_: unknown, { caller }: Asked) => exportAccount(context, caller.id),
    getExport: (_: unknown, { caller }: Asked) => getExport(context, caller.id),
    deleteAccount: (_: unknown, request: Asked & Visit & { body: { password: string } }) =>
      deleteAccount(context, request),
  }
}

async function getExport({ db, jobs }: AuthContext, person: string) {
  const row = await findExport(db.read, person)
  const [job = null] = row ? await jobs.read(person, [row.job]) : []
  return { archive: row ? toArchive(row) : null, job }
}

/** While one is under way, asking again answers the same job. */
async function exportAccount(context: AuthContext, person: string) {
  const { job } = await getExport(context, person)
  if (job?.state === 'queued' || job?.state === 'running') return job
  return context.db.write(async (tx) => {
    const added = await context.jobs.enqueue(tx, { kind: exportKind, owner: person, payload: {} })
    await beginExport(tx, context.files, { person, job: added.id })
    await tell(context, tx, { name: 'account.export-asked', person })
    return added
  })
}

/** One transaction: what it cannot erase keeps the account. The bytes of files follow behind the log. */
async function deleteAccount(
  context: AuthContext,
  { caller, cookie, body }: Asked & Visit & { body: { password: string } },
) {
  await assertPassword(context, caller, body.password)
  await context.db.write(async (tx) => {
    await assertCanLeave(tx, caller)
    await forgetTries(context, tx, caller.email)
    await context.personal.erase(tx, caller.id)
    await tell(context, tx, { name: 'account.person-deleted', person: caller.id })
  })
  cookie.clear()
  return {}
}
