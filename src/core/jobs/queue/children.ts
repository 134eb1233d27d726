/** What a parent can know of its children. */
import type { Reader } from '#core/db'
import type { ChildCount } from '../contract.ts'
import type { Child, ChildCare, Children } from '../definition.ts'
import { jobTables } from '../schema.ts'
import { Waiting, giveUp } from '../verdicts.ts'
import { isOpen, type JobRow } from './job-row.ts'

/** Throws `Waiting` while a child has not ended, and gives up for a failed one unless that is allowed. */
export async function readChildren(reader: Reader, parent: string, { failed = 'give-up' }: ChildCare) {
  const query = jobTables(reader).selectFrom('jobs').select(['id', 'subject', 'label', 'state', 'error'])
  const rows = await query.where('parent', '=', parent).orderBy('id').execute()
  if (rows.some(isOpen)) throw new Waiting()
  const children: Children = {
    done: rows.filter(({ state }) => state === 'done').map(toChild),
    failed: rows.filter(({ state }) => state !== 'done').map(toChild),
  }
  const [first] = children.failed
  if (first && failed === 'give-up') throw giveUp(wordsOf(children, first))
  return children
}

const toChild = ({ id, subject, label, state, error }: Pick<JobRow, keyof Child | 'state'>): Child => ({
  id,
  subject,
  label,
  error: state === 'cancelled' ? 'It was cancelled.' : error,
})

function wordsOf({ done, failed }: Children, { label, error }: Child) {
  const count = `${failed.length} of ${done.length + failed.length} parts did not work out.`
  return `${count} The first${label === null ? '' : ` (${label})`}: ${error ?? 'no reason was given'}`
}

export async function countChildren(
  reader: Reader,
  parents: readonly string[],
): Promise<ReadonlyMap<string, ChildCount>> {
  const query = jobTables(reader).selectFrom('jobs').where('parent', 'in', parents).groupBy(['parent', 'state'])
  const rows = await query
    .select((row) => ['parent', 'state', row.fn.countAll<number>().as('count')] as const)
    .execute()
  const counts = new Map<string, ChildCount>()
  for (const { parent, state, count } of rows) {
    const sum = counts.get(parent ?? '') ?? { total: 0, done: 0, failed: 0 }
    sum.total += Number(count)
    if (state === 'done') sum.done += Number(count)
    if (state === 'failed' || state === 'cancelled') sum.failed += Number(count)
    counts.set(parent ?? '', sum)
  }
  return counts
}
