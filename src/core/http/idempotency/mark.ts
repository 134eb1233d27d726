/**
 * The mark that a request leaves in the record. It is written by the first write of the request, in the same
 * transaction, so that it stands there if and only if something was changed, whatever happens afterwards.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { Problem, requestRunning } from '#contract/problem'
import { day } from '#std/duration'
import type { Db, Tx } from '#core/db'
import { httpTables } from './schema.ts'

/** How long a mark keeps its request from running again. */
export const keptFor = day

export interface Mark {
  id: string
  fingerprint: string
  at: number
  isWritten: boolean
}

const marks = new AsyncLocalStorage<Mark | undefined>()

/** Runs a request whose first write leaves `mark`. */
export const runWithMark = <T>(mark: Mark, act: () => Promise<T>) => marks.run(mark, act)

/** The record as the handlers of requests see it. */
export function withMarks(db: Db): Db {
  return {
    ...db,
    write(body, isolation) {
      const mark = marks.getStore()
      if (mark === undefined || mark.isWritten) return db.write(body, isolation)
      return leaveMark(mark, () => db.write((tx) => insertMark(tx, mark).then(() => body(tx)), isolation))
    },
  }
}

async function leaveMark<T>(mark: Mark, write: () => Promise<T>): Promise<T> {
  mark.isWritten = true
  try {
    // What the write wakes, such as jobs, must not go on under the mark of this request.
    return await marks.run(undefined, write)
  } catch (error) {
    mark.isWritten = false
    throw error
  }
}

/** Refuses (409) when the same request was faster, in another process too. */
async function insertMark(tx: Tx, { id, fingerprint, at }: Mark) {
  const fresh = { fingerprint, reply: null, created_at: at }
  const inserted = await httpTables(tx)
    .insertInto('http_idempotency')
    .values({ id, ...fresh })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(fresh)
        .where('http_idempotency.created_at', '<=', at - keptFor),
    )
    .returning('id')
    .executeTakeFirst()
  if (!inserted)
    throw new Problem(requestRunning, 'This request was just sent twice. Wait for the answer of the first.')
}
