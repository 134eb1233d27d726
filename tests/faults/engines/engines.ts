/**
 * The same life on both engines: people do what is drawn, one after the other, on an app with SQLite and on one with
 * PostgreSQL, with one clock. Every reply must be the same on both, and in the end so must both records and what is
 * derived from them. A life is short and has a seed of its own, so that a difference can be had again.
 */
import { randomBytes } from 'node:crypto'
import { RefusedError } from '#contract/problem'
import { second } from '#std/duration'
import { accountApi } from '#core/auth/contract'
import { borrowCluster } from '../cluster.ts'
import { createChance } from '../../world/chance.ts'
import type { RunOptions } from '../run-options.ts'
import type { Verdict } from '../verdict.ts'
import { accountDraws, peopleDraws, register, signIn } from './account-commands.ts'
import { compared } from './comparable.ts'
import { coreDraws } from './core-commands.ts'
import { compareDumps, dumpRecord } from './dump.ts'
import { journeyDraws } from './journey-commands.ts'
import { createScene, harvest, learnAlways, type Command, type Draw, type Person, type Scene } from './scene.ts'
import { openSide, type Exchange, type Side } from './side.ts'

/** A short life ends before what runs by the clock of the machine has its turn, which is every minute. */
const commandsOfALife = 400
const longestLife = 30 * second
const firstMoment = Date.UTC(2026, 2, 2, 9)

export async function runEngines({ count, seed, engines }: RunOptions): Promise<Verdict> {
  if (engines.length < 2) return { figures: 'skipped, it needs both engines', violations: [] }
  await using cluster = await borrowCluster()
  const violations: string[] = []
  const sums = { commands: 0, replies: 0, refusals: 0 }
  for (let life = 0; sums.commands < count; life += 1) {
    const wanted = Math.min(commandsOfALife, count - sums.commands)
    const lived = await live({ cluster: cluster.url, seed: seed + life, commands: wanted })
    sums.commands += lived.commands
    sums.replies += lived.replies
    sums.refusals += lived.refusals
    violations.push(...lived.violations.map((words) => `seed ${seed + life}: ${words}`))
  }
  const { commands, replies, refusals } = sums
  return {
    figures: `${commands} commands on both engines, ${replies} replies, ${refusals} of them refusals`,
    violations,
  }
}

interface Life {
  cluster: string
  seed: number
  commands: number
}

interface Pair {
  scene: Scene
  sides: readonly [Side, Side]
}

/** Ends at the first difference: what comes after it would differ as well. */
async function live({ cluster, seed, commands }: Life) {
  const clock = { now: firstMoment }
  const secrets = { accessKey: newKey(), refreshKey: newKey(), linkKey: newKey() }
  await using sqlite = await openSide({ engine: 'sqlite', cluster, clock, secrets })
  await using postgres = await openSide({ engine: 'postgres', cluster, clock, secrets })
  const pair: Pair = { scene: createScene(createChance(seed), clock), sides: [sqlite, postgres] }
  const counts = { commands: 0, replies: 0, refusals: 0 }
  await begin(pair)
  const end = performance.now() + longestLife
  for (let i = 0; i < commands && performance.now() < end; i += 1) {
    counts.commands += 1
    const { command, person } = drawCommand(pair.scene)
    const { replies, difference } = await act(pair, command)
    counts.replies += replies.length
    counts.refusals += replies.filter(({ status }) => status >= 400).length
    if (difference) return { ...counts, violations: [`command ${i}, ${person.name}: ${command.words}: ${difference}`] }
    for (const reply of replies) learnFrom(pair.scene, { command, person, reply })
    if (replies.length > 0) continue
    command.learn?.({ status: 0, body: undefined })
    await settle(pair)
  }
  return { ...counts, violations: [...(await compareRecords(pair)), ...errorsOf(pair)] }
}

const newKey = () => randomBytes(32).toString('hex')

/** Everybody has an account, the first one as administrator. */
async function begin({ scene, sides }: Pair) {
  for (const [i, person] of scene.people.entries()) {
    const arrivals = await Promise.all(sides.map((side) => arrive(side, person, i === 0)))
    for (const reply of arrivals[0] ?? []) {
      learnAlways(scene, person, reply)
      harvest(scene, person, { body: reply.body, noun: undefined })
    }
  }
}

async function arrive(side: Side, { name, email, password }: Person, isFirst: boolean) {
  await side.quiet()
  const account = side.as(name, accountApi)
  const body = { email, name, password }
  if (isFirst) {
    const token = (await side.open.app.auth.makeFirstLink()) ?? ''
    await account.createFirstAdministrator({ body: { ...body, token } })
  } else await account.register({ body })
  await side.quiet()
  return side.takeExchanges()
}

function drawCommand(scene: Scene) {
  const { chance, people, clock } = scene
  // One of them does most, so that there is enough of theirs to be found, undone and taken apart.
  const person = chance.happens(0.5) ? (people[0] ?? chance.pick(people)) : chance.pick(people)
  const isSignedIn = person.expiresAt > clock.now
  return { person, command: drawOf(scene, isSignedIn)(scene, person) }
}

function drawOf({ chance }: Scene, isSignedIn: boolean): Draw {
  if (!isSignedIn && chance.happens(0.9)) return chance.pick([register, signIn, signIn, signIn])
  const share = chance.next()
  if (share < 0.12) return chance.pick(accountDraws)
  if (share < 0.18) return chance.pick(peopleDraws)
  return share < 0.65 ? chance.pick(journeyDraws) : chance.pick(coreDraws)
}

/** What became due by the clock happens before anybody goes on; a commit lets the runners of jobs look at it. */
const settle = ({ sides }: Pair) =>
  Promise.all(
    sides.map(async ({ open, quiet }) => {
      await open.app.core.db.write(async () => {})
      await quiet()
    }),
  )

/** Both sides do it, each until it is quiet. Answers the replies of the first, and what is different. */
async function act(
  { sides }: Pair,
  command: Command,
): Promise<{ replies: Exchange[]; difference: string | undefined }> {
  const [left = [], right = []] = await Promise.all(sides.map((side) => repliesOf(side, command)))
  const [a, b] = [compared(left), compared(right)]
  return { replies: left, difference: a === b ? undefined : describe(a, b) }
}

async function repliesOf(side: Side, command: Command) {
  await command.run(side).catch((error: unknown) => {
    if (!(error instanceof RefusedError)) throw error
  })
  const replies = side.takeExchanges()
  await side.quiet()
  return replies
}

const before = 200
const shown = 500

/** The two texts around the first place where they differ. */
function describe(a: string, b: string) {
  let place = 0
  while (a[place] === b[place] && place < a.length) place += 1
  const around = (text: string) => text.slice(Math.max(0, place - before), place + shown)
  return `SQLite says …${around(a)}…, PostgreSQL …${around(b)}…`
}

function learnFrom(scene: Scene, { command, person, reply }: { command: Command; person: Person; reply: Exchange }) {
  learnAlways(scene, person, reply)
  if (reply.status < 400) harvest(scene, person, { body: reply.body, noun: command.noun })
  command.learn?.(reply)
}

async function compareRecords({ sides: [left, right] }: Pair) {
  const [a, b] = await Promise.all([dumpRecord(left.open.app.core.db), dumpRecord(right.open.app.core.db)])
  const differences = compareDumps(a, b)
  for (const side of [left, right]) differences.push(...(await checkProjections(side)))
  return differences
}

/** What is derived holds what the record says: building it again repairs nothing. */
async function checkProjections({ open: { app, engine } }: Side) {
  const { projections } = app.core
  const differences: string[] = []
  for (const name of projections.names()) {
    const { before: held, after, repaired } = await projections.rebuild(name, { signal: AbortSignal.timeout(60_000) })
    if (held !== after || repaired > 0) differences.push(`the projection ${name} was not true on ${engine}`)
  }
  return differences
}

const errorsOf = ({ sides }: Pair) =>
  sides.flatMap(({ open }) => open.errors.map((line) => `the log of ${open.engine} says ${line.slice(0, 500)}`))
