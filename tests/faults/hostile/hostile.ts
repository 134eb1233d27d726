/**
 * Sends what no client would: wrong types, sizes, encodings, orders, ids, cursors, tokens and headers, to every endpoint
 * of every contract, as a member, as an administrator and with keys. Nothing may break inside, every reply is one that
 * the contract knows, and every refusal has the one documented form and tells nothing of the inside.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '../../world/postgres/database.ts'
import { eventually } from '../../world/eventually.ts'
import { borrowCluster } from '../cluster.ts'
import { createChance, type Chance } from '../../world/chance.ts'
import type { EngineName, RunOptions } from '../run-options.ts'
import { startServer, type Server } from '../server.ts'
import type { Verdict } from '../verdict.ts'
import type { Draw } from './draw.ts'
import { endpoints } from './endpoints.ts'
import { judge } from './judge.ts'
import { naughtyStrings } from './naughty-strings.ts'
import { exchange, garbage, type Answer } from './raw.ts'
import { drawRequest } from './requests.ts'
import { createVictim, type Victim } from './victim.ts'

const checkEvery = 100
/** So many send at the same time. */
const lanes = 8
/** Of all requests, where there are both engines. */
const shares = { sqlite: 0.7, postgres: 0.3 }

interface Siege {
  victim: Victim
  address: string
  statuses: Map<string, number>
  violations: Set<string>
}

export async function runHostile({ count, seed, engines }: RunOptions): Promise<Verdict> {
  await using cluster = engines.includes('postgres') ? await borrowCluster() : undefined
  const verdicts: Verdict[] = []
  for (const engine of engines) {
    const share = engines.length === 1 ? 1 : shares[engine]
    verdicts.push(await besiege({ engine, cluster: cluster?.url ?? '', count: Math.ceil(count * share), seed }))
  }
  return {
    figures: verdicts.map(({ figures }) => figures).join('; '),
    violations: verdicts.flatMap(({ violations }) => violations),
  }
}

interface Plan {
  engine: EngineName
  cluster: string
  count: number
  seed: number
}

async function besiege({ engine, cluster, count, seed }: Plan): Promise<Verdict> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'cairn-hostile-'))
  await using database = engine === 'postgres' ? await createDatabase(cluster) : undefined
  const flags = database ? { 'database-url': database.url } : {}
  const server = startServer({ folder: folder.path, mark: randomUUID(), flags })
  const address = await server.ready
  const victim = await createVictim(address, await firstTokenOf(server))
  const siege: Siege = { victim, address, statuses: new Map(), violations: new Set() }
  const turns = { next: 0, count }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => attackOn(siege, turns, createChance(seed + lane))))
  const violations = [...siege.violations, ...(await checkAfter(siege, server))]
  return { figures: `${count} requests on ${engine} (${figuresOf(siege)})`, violations }
}

const firstTokenOf = async (server: Server) => {
  const link = await eventually(async () => /first-run#token=(\S+)/.exec(server.output())?.[1], Boolean)
  return link ?? ''
}

/** One lane: takes the next endpoint each time, as long as there are turns. */
async function attackOn(siege: Siege, turns: { next: number; count: number }, chance: Chance) {
  const draw: Draw = { chance, strings: naughtyStrings(), ids: siege.victim.ids, token: () => tokenOf(siege, chance) }
  while (turns.next < turns.count) {
    const turn = turns.next
    turns.next += 1
    await attack(siege, draw, turn)
  }
}

function tokenOf({ victim: { tokens, keys } }: Siege, chance: Chance) {
  const share = chance.next()
  if (share < 0.2) return chance.pick(keys)
  return share < 0.4 ? tokens.administrator : tokens.victim
}

async function attack(siege: Siege, draw: Draw, turn: number) {
  const { victim, address, violations } = siege
  const target = draw.chance.happens(0.02) ? undefined : targetOf(turn)
  const answer = target ? await exchange(address, drawRequest(draw, target)) : await garbage(address, draw.chance)
  count(siege, answer)
  for (const words of judge(answer, target)) violations.add(`${answer.sent}: ${words}`)
  const isLook = turn % checkEvery === 0 || answer.status === 0
  for (const words of isLook ? await victim.checkAlive() : []) violations.add(words)
  if (target && endsSignIns.includes(target.name) && answer.status === 200) await victim.signInAgain()
}

function targetOf(turn: number) {
  const target = endpoints[turn % endpoints.length]
  if (!target) throw new Error('There are no endpoints')
  return target
}

function count({ statuses }: Siege, { status }: Answer) {
  const family = status === 0 ? 'closed' : `${Math.floor(status / 100)}xx`
  statuses.set(family, (statuses.get(family) ?? 0) + 1)
}

const endsSignIns = ['signOut', 'signOutEverywhere', 'updatePerson', 'changePassword']

async function checkAfter({ victim }: Siege, server: Server) {
  const violations = server.isAlive() ? await victim.checkBelongings() : ['the server is gone']
  const exitCode = await server.kill('SIGTERM')
  if (exitCode !== 0) violations.push(`the server stopped with exit code ${exitCode}`)
  const errors = server
    .log()
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line))
  return [...violations, ...new Set(errors.map((line) => `the log says ${line.slice(0, 1000)}`))]
}

function figuresOf({ statuses }: Siege) {
  const families = [...statuses].toSorted().map(([family, times]) => `${times} × ${family}`)
  return `${endpoints.length} endpoints, ${families.join(', ')}`
}
