/**
 * Long tests that break things on purpose. Each prints one line with its figures, and every violation it found.
 * `docs/faults.md` tells what each does.
 *
 *   npm run faults -- kill 60                     kills processes sixty times, on both engines
 *   npm run faults -- hostile 5000 7 postgres     sends five thousand bad requests, drawn with the seed 7, to one engine
 *   npm run faults -- --short                     a short round of each
 */
import { runEngines } from './engines/engines.ts'
import { runHostile } from './hostile/hostile.ts'
import { runKill } from './kill/kill.ts'
import { engineNames, enginesHere, type EngineName, type RunOptions } from './run-options.ts'
import { runPatterns } from './patterns/patterns.ts'
import { runSpans } from './spans/spans.ts'
import { runTokens } from './tokens/tokens.ts'
import type { Verdict } from './verdict.ts'

interface Fault {
  run(options: RunOptions): Promise<Verdict>
  usual: number
  short: number
}

const faults: Record<string, Fault> = {
  kill: { run: runKill, usual: 60, short: 12 },
  hostile: { run: runHostile, usual: 5000, short: 900 },
  engines: { run: runEngines, usual: 2000, short: 250 },
  tokens: { run: runTokens, usual: 1000, short: 20 },
  spans: { run: runSpans, usual: 10_000, short: 500 },
  patterns: { run: runPatterns, usual: 300, short: 20 },
}
const usualSeed = 20_260_302
const mostShown = 100

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', count, seed, engine]: readonly string[]) {
  if (name === '--short') return runAll()
  const fault = faults[name]
  const asked = engineNames.filter((known) => engine === undefined || engine === known)
  const options = { count: Number(count ?? fault?.usual), seed: Number(seed ?? usualSeed), engines: enginesHere(asked) }
  if (!fault || asked.length === 0 || !(options.count > 0) || Number.isNaN(options.seed)) {
    const names = Object.keys(faults).join(', ')
    console.log(`Usage: npm run faults -- NAME COUNT [SEED] [ENGINE], or --short. Names: ${names}.`)
    console.log(`Engines: ${engineNames.join(', ')}; both unless told.`)
    return 2
  }
  return report(name, fault, options)
}

async function runAll() {
  const codes: number[] = []
  for (const [name, fault] of Object.entries(faults)) {
    codes.push(await report(name, fault, { count: fault.short, seed: usualSeed, engines: enginesHere() }))
  }
  return Math.max(...codes)
}

async function report(name: string, fault: Fault, options: RunOptions) {
  const started = performance.now()
  const { figures, violations } = await fault.run(options)
  const took = ((performance.now() - started) / 1000).toFixed(1)
  const mark = violations.length === 0 ? '✓' : '✗'
  const missing = engineNames.filter((engine: EngineName) => !enginesHere().includes(engine))
  const without = missing.length === 0 ? '' : `, without ${missing.join(', ')}`
  console.log(`${mark} ${name}: ${figures}; ${violations.length} violations, ${took} s, seed ${options.seed}${without}`)
  for (const violation of violations.slice(0, mostShown)) console.log(`    ${violation}`)
  if (violations.length > mostShown) console.log(`    and ${violations.length - mostShown} more`)
  return violations.length === 0 ? 0 : 1
}
