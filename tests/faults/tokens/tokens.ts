/**
 * Tabs that renew their sign-in at the same moment, some of which never hear the answer and ask again with what they
 * had. None of them may be signed out; but a token from before the window, as a thief would have it, must end the
 * sign-in at once. Over HTTP on both engines, with a clock that the test moves.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { minute, second } from '#std/duration'
import { openApp } from '../app.ts'
import { borrowCluster } from '../cluster.ts'
import { createChance, type Chance } from '../../world/chance.ts'
import type { EngineName, RunOptions } from '../run-options.ts'
import type { Verdict } from '../verdict.ts'
import { refresh, register, signIn, statusWith, type Session } from './browser.ts'

const tabs = 20
const longestDelay = 12
/** A token that was replaced may be presented for so long. */
const window = 30 * second
const email = 'tabs@example.org'

interface Stage {
  address: string
  clock: { now: number }
  chance: Chance
  counts: { refreshes: number; lost: number; signOuts: number; replays: number }
  /** Milliseconds until a call was refused after the slowest replay. */
  slowest: { refusal: number }
  violations: string[]
}

export async function runTokens({ count, seed, engines }: RunOptions): Promise<Verdict> {
  await using cluster = engines.includes('postgres') ? await borrowCluster() : undefined
  const figures: string[] = []
  const violations: string[] = []
  for (const [i, engine] of engines.entries()) {
    const rounds = shareOf(count, engines.length, i)
    const outcome = await onEngine({ engine, cluster: cluster?.url ?? '', rounds, seed: seed + i })
    figures.push(outcome.figures)
    violations.push(...outcome.violations.map((words) => `${engine}: ${words}`))
  }
  return { figures: figures.join('; '), violations }
}

const shareOf = (count: number, parts: number, part: number) => Math.floor((count + part) / parts)

interface Run {
  engine: EngineName
  cluster: string
  rounds: number
  seed: number
}

async function onEngine({ engine, cluster, rounds, seed }: Run): Promise<Verdict> {
  const clock = { now: Date.UTC(2026, 2, 2, 9) }
  await using open = await openApp({ engine, cluster, now: () => clock.now })
  const address = await open.app.http.listen({ host: '127.0.0.1', port: 0 })
  const counts = { refreshes: 0, lost: 0, signOuts: 0, replays: 0 }
  const stage: Stage = { address, clock, chance: createChance(seed), counts, slowest: { refusal: 0 }, violations: [] }
  await register(address, email)
  for (let round = 0; round < rounds; round += 1) await playRound(stage, round)
  stage.violations.push(...open.errors.map((line) => `the log says ${line.slice(0, 500)}`))
  const { refreshes, lost, signOuts, replays } = counts
  const slowest = `the slowest was refused after ${Math.round(stage.slowest.refusal)} ms`
  const figures = `${rounds} rounds on ${engine}: ${refreshes} refreshes in ${tabs} tabs, ${lost} lost replies, ${signOuts} false sign-outs, ${replays} replays ended a sign-in, ${slowest}`
  return { figures, violations: stage.violations }
}

/** A sign-in renewed a few times by all tabs, then a replay of a token from before. */
async function playRound(stage: Stage, round: number) {
  const { clock, chance, address, counts, violations } = stage
  const old: string[] = []
  let session = await signIn(address, email)
  for (let wave = chance.between(2, 3); wave > 0; wave -= 1) {
    clock.now += chance.between(window + 1, 5 * minute)
    old.push(session.cookie)
    const outcomes = await Promise.all(Array.from({ length: tabs }, () => renewInTab(stage, session)))
    const signedIn = outcomes.filter((outcome) => outcome !== undefined)
    counts.signOuts += tabs - signedIn.length
    if (signedIn.length < tabs) violations.push(`round ${round}: ${tabs - signedIn.length} tabs were signed out`)
    const cookies = new Set(signedIn.map(({ cookie }) => cookie))
    if (cookies.size !== 1) violations.push(`round ${round}: the tabs hold ${cookies.size} different cookies`)
    session = signedIn[0] ?? session
    if ((await statusWith(address, session.accessToken)) !== 200)
      violations.push(`round ${round}: a new token is refused`)
  }
  clock.now += window + 1
  await replay(stage, { session, cookie: chance.pick(old), round })
}

/** A tab begins a little later than the others; some do not hear the answer and ask again. */
async function renewInTab({ address, chance, counts }: Stage, { cookie }: Session) {
  const [delay, again] = [chance.between(0, longestDelay), chance.between(0, longestDelay)]
  const isLost = chance.happens(0.2)
  await pause(delay)
  counts.refreshes += 1
  const answer = await refresh(address, cookie)
  if (!isLost) return answer
  counts.lost += 1
  await pause(again)
  counts.refreshes += 1
  return refresh(address, cookie)
}

async function replay(
  { address, counts, slowest, violations }: Stage,
  { session, cookie, round }: { session: Session; cookie: string; round: number },
) {
  const started = performance.now()
  if ((await refresh(address, cookie)) !== undefined) violations.push(`round ${round}: an old token was taken`)
  else counts.replays += 1
  const status = await statusWith(address, session.accessToken)
  const took = performance.now() - started
  slowest.refusal = Math.max(slowest.refusal, took)
  if (status !== 401) violations.push(`round ${round}: after a replay the access token is still taken (${status})`)
  if ((await refresh(address, session.cookie)) !== undefined) violations.push(`round ${round}: the family lives on`)
}
