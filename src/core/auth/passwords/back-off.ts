/**
 * A growing pause after wrong passwords, per address, whether or not it has an account: so nobody guesses on, and nobody
 * learns who has one. A try counts before its password is looked at, so that many at once are no way around.
 */
import { createHmac } from 'node:crypto'
import { PassingProblem } from '#contract/problem'
import { day, minute, second } from '#std/duration'
import type { Tx } from '#core/db'
import { tooManyTries } from '../contract.ts'
import type { AuthNeeds } from '../needs.ts'
import { authTables } from '../schema.ts'

/** So many tries may fail without a pause. */
const freeTries = 5
const firstPause = 5 * second
const longestPause = 15 * minute
/** Failures are forgotten after this long without a new one. */
const rememberedFor = day

type Needs = Pick<AuthNeeds, 'db' | 'now' | 'secrets'>

/** Counts a try. Refuses (429) while the pause lasts. */
export async function countTry({ db, now, secrets }: Needs, email: string) {
  const address = addressOf(secrets, email)
  await db.write(async (tx) => {
    const at = now()
    const known = await authTables(tx)
      .selectFrom('sign_in_tries')
      .selectAll()
      .where('address', '=', address)
      .where('tried_at', '>', at - rememberedFor)
      .executeTakeFirst()
    if (known && known.next_at > at) throw refusal(known.next_at - at)
    const tries = (known?.tries ?? 0) + 1
    const row = { tries, tried_at: at, next_at: at + pauseAfter(tries) }
    await authTables(tx)
      .insertInto('sign_in_tries')
      .values({ address, ...row })
      .onConflict((conflict) => conflict.column('address').doUpdateSet(row))
      .execute()
  })
}

/** The right password was given: earlier failures count no more. */
export async function forgetTries({ secrets }: Pick<Needs, 'secrets'>, tx: Tx, email: string) {
  await authTables(tx).deleteFrom('sign_in_tries').where('address', '=', addressOf(secrets, email)).execute()
}

export async function pruneTries(tx: Tx, now: number) {
  await authTables(tx)
    .deleteFrom('sign_in_tries')
    .where('tried_at', '<=', now - rememberedFor)
    .execute()
}

const addressOf = ({ refreshKey }: AuthNeeds['secrets'], email: string) =>
  createHmac('sha256', Buffer.from(refreshKey, 'hex')).update(`sign-in-try:${email}`).digest('base64url')

function pauseAfter(tries: number) {
  if (tries < freeTries) return 0
  return Math.min(firstPause * 2 ** (tries - freeTries), longestPause)
}

function refusal(pause: number) {
  const seconds = Math.ceil(pause / second)
  const words = `There were too many wrong passwords for this address. Wait ${seconds} seconds, then try again.`
  return new PassingProblem(tooManyTries, words, pause)
}
