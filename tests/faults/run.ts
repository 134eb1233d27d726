/**
 * Long tests that break things on purpose. Each prints one line with its figures, and every violation it found.
 *
 *   npm run faults -- kill 60          kills the server sixty times
 *   npm run faults -- hostile 5000 7   sends five thousand bad requests, drawn with the seed 7
 *   npm run faults -- --short          a short round of each
 */
import { runHostile } from './hostile/hostile.ts'
import { runKill } from './kill/kill.ts'
import type { Verdict } from './verdict.ts'

interface Fault {
  run(options: { count: number; seed: number }): Promise<Verdict>
  long: number
  short: number
}

const faults: Record<string, Fault> = {
  kill: { run: runKill, long: 60, short: 10 },
  hostile: { run: runHostile, long: 5000, short: 1500 },
}
const usualSeed = 20_260_302

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', count, seed]: readonly string[]) {
  if (name === '--short') return runAll()
  const fault = faults[name]
  const options = { count: Number(count ?? fault?.long), seed: Number(seed ?? usualSeed) }
  if (!fault || !(options.count > 0) || Number.isNaN(options.seed)) {
    console.log(`Usage: npm run faults -- NAME COUNT [SEED], or --short. Names: ${Object.keys(faults).join(', ')}`)
    return 2
  }
  return report(name, fault, options)
}

async function runAll() {
  const codes: number[] = []
  for (const [name, fault] of Object.entries(faults)) {
    codes.push(await report(name, fault, { count: fault.short, seed: usualSeed }))
  }
  return Math.max(...codes)
}

async function report(name: string, fault: Fault, options: { count: number; seed: number }) {
  const started = performance.now()
  const { figures, violations } = await fault.run(options)
  const took = ((performance.now() - started) / 1000).toFixed(1)
  const mark = violations.length === 0 ? '✓' : '✗'
  console.log(`${mark} ${name}: ${figures}; ${violations.length} violations, ${took} s, seed ${options.seed}`)
  for (const violation of violations.slice(0, 50)) console.log(`    ${violation}`)
  return violations.length === 0 ? 0 : 1
}
