/**
 * `Idempotency-Key`: a client that never heard the answer to a POST may send it again with the same key, and what it
 * does happens once. The first run leaves a mark with its effect (see `mark.ts`), and then its reply; the second is
 * answered with that reply. A request that changed nothing leaves nothing, and simply runs again.
 */
import { createHash } from 'node:crypto'
import { keyReused, Problem, replyNotKept, requestRunning } from '#contract/problem'
import type { Db, Tx } from '#core/db'
import type { Log } from '#core/observability'
import { longestKept } from '../limits.ts'
import { keptFor, runWithMark } from './mark.ts'
import { httpTables } from './schema.ts'
import { seal, unseal } from './sealing.ts'

/** A request that may come twice. */
export interface Repeatable {
  /** What the client chose. */
  key: string
  /** Whose key it is, and of which endpoint. */
  scope: readonly string[]
  /** What is asked; another content under the same key is refused. */
  content: unknown
}

export interface Answered {
  text: string
  isReplayed: boolean
}

interface Needs {
  db: Db
  log: Log
  now: () => number
}

export interface Idempotency {
  /** Answers what `act` answers, or what it answered when the request first came. */
  once(request: Repeatable, act: () => Promise<string>): Promise<Answered>
}

export function createIdempotency(needs: Needs): Idempotency {
  const running = new Set<string>()
  return {
    async once(request, act) {
      const id = hashOf([...request.scope, request.key])
      if (running.has(id)) {
        throw new Problem(requestRunning, 'This request is still running. Send it again in a moment to get its answer.')
      }
      running.add(id)
      try {
        return await answer(needs, { ...request, id }, act)
      } finally {
        running.delete(id)
      }
    },
  }
}

/** Once a day: what nobody may ask for any more. */
export async function pruneReplies(tx: Tx, now: number) {
  await httpTables(tx)
    .deleteFrom('http_idempotency')
    .where('created_at', '<=', now - keptFor)
    .execute()
}

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url')

async function answer(needs: Needs, request: Repeatable & { id: string }, act: () => Promise<string>) {
  const at = needs.now()
  const mark = { id: request.id, fingerprint: hashOf(request.content), at, isWritten: false }
  const before = await findReply(needs.db, mark)
  if (before) return { text: readAgain(before, { ...mark, key: request.key }), isReplayed: true }
  const text = await runWithMark(mark, act)
  if (mark.isWritten && text.length <= longestKept) await keep(needs, mark.id, seal(text, request.key))
  return { text, isReplayed: false }
}

const findReply = ({ read }: Db, { id, at }: { id: string; at: number }) =>
  httpTables(read)
    .selectFrom('http_idempotency')
    .select(['fingerprint', 'reply'])
    .where('id', '=', id)
    .where('created_at', '>', at - keptFor)
    .executeTakeFirst()

interface Kept {
  fingerprint: string
  reply: string | null
}

function readAgain({ fingerprint, reply }: Kept, asked: { fingerprint: string; key: string }) {
  if (fingerprint !== asked.fingerprint) {
    throw new Problem(keyReused, 'This idempotency key was used for another request. Make a new one for each.')
  }
  if (reply === null) {
    throw new Problem(
      replyNotKept,
      'This was done when it was first sent, but its answer is gone. Look at what is there.',
    )
  }
  return unseal(reply, asked.key)
}

/** What was asked is done already, so that a reply which cannot be kept is no reason to refuse it. */
async function keep({ db, log }: Needs, id: string, reply: string) {
  const query = (tx: Tx) => httpTables(tx).updateTable('http_idempotency').set({ reply }).where('id', '=', id).execute()
  await db.write(query).catch((error: unknown) => log.warn({ err: error }, 'a reply could not be kept'))
}
