/**
 * Sends what no client would: wrong types, sizes, encodings, orders, ids, cursors, tokens and headers, to every endpoint
 * of every contract, as a person who is signed in. Nothing may break inside, and every refusal has the one documented
 * form and tells nothing of the inside.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChance } from '../chance.ts'
import { startServer } from '../server.ts'
import type { Verdict } from '../verdict.ts'
import { endpoints } from './endpoints.ts'
import { judge } from './judge.ts'
import { naughtyStrings } from './naughty-strings.ts'
import { exchange, garbage } from './raw.ts'
import { drawRequest } from './requests.ts'
import type { Draw } from './draw.ts'
import { createVictim, type Victim } from './victim.ts'

const checkEvery = 100

interface Siege {
  draw: Draw
  victim: Victim
  address: string
  statuses: Map<string, number>
  violations: string[]
}

export async function runHostile({ count, seed }: { count: number; seed: number }): Promise<Verdict> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'cairn-hostile-'))
  const server = startServer({ folder: folder.path, mark: randomUUID() })
  const address = await server.ready
  const victim = await createVictim(address)
  const chance = createChance(seed)
  const draw: Draw = { chance, strings: naughtyStrings(), ids: victim.ids, token: () => victim.token }
  const siege: Siege = { draw, victim, address, statuses: new Map(), violations: [] }
  for (let i = 0; i < count; i += 1) await attack(siege, i)
  if (!server.isAlive()) siege.violations.push('the server is gone')
  siege.violations.push(...(await victim.checkBelongings()))
  const exitCode = await server.kill('SIGTERM')
  if (exitCode !== 0) siege.violations.push(`the server stopped with exit code ${exitCode}`)
  const errors = server
    .log()
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line))
  siege.violations.push(...errors.map((line) => `the log says ${line.slice(0, 1000)}`))
  return { figures: figuresOf(siege, count), violations: [...new Set(siege.violations)] }
}

async function attack({ draw, victim, address, statuses, violations }: Siege, i: number) {
  const target = endpoints[i % endpoints.length]
  if (!target) throw new Error('There are no endpoints')
  const isGarbage = draw.chance.happens(0.02)
  const answer = isGarbage ? await garbage(address, draw.chance) : await exchange(address, drawRequest(draw, target))
  const family = answer.status === 0 ? 'closed' : `${Math.floor(answer.status / 100)}xx`
  statuses.set(family, (statuses.get(family) ?? 0) + 1)
  violations.push(...judge(answer, isGarbage ? undefined : target).map((words) => `${answer.sent}: ${words}`))
  if (i % checkEvery === 0 || answer.status === 0) violations.push(...(await victim.checkAlive()))
  if (target.name === 'signOut' && answer.status === 200) await victim.signIn()
}

function figuresOf({ statuses }: Siege, count: number) {
  const families = [...statuses].toSorted().map(([family, times]) => `${times} × ${family}`)
  return `${count} requests to ${endpoints.length} endpoints (${families.join(', ')})`
}
