/**
 * One file a claim: each measures what Cairn does and a named reference in the same run, and prints the ratio.
 *
 *   npm run bench -- durable-writes
 *   npm run bench                     lists the names
 */
import { readdirSync } from 'node:fs'
import { z } from 'zod'

export interface Result {
  /** What is claimed, as a sentence. */
  claim: string
  /** Figures with their units in the names. */
  figures: Record<string, number | string>
  /** What was measured, divided by what the reference reached. */
  ratio: number
  reference: string
}

const Bench = z.object({ run: z.custom<() => Promise<Result>>((value) => typeof value === 'function') })

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))

process.exitCode = await main(process.argv.slice(2))

async function main(wanted: readonly string[]) {
  if (wanted.length === 0 || wanted.some((name) => name !== 'all' && !names.includes(name))) {
    console.log(`Usage: npm run bench -- NAME…, or all. Names: ${names.join(', ')}`)
    return 2
  }
  for (const name of wanted.includes('all') ? names : wanted) await runOne(name)
  return 0
}

async function runOne(name: string) {
  const { run } = Bench.parse(await import(`./${name}.bench.ts`))
  const { claim, figures, ratio, reference } = await run()
  console.log(`\n${name}: ${claim}`)
  for (const [figure, value] of Object.entries(figures)) console.log(`    ${figure.padEnd(34)} ${inWords(value)}`)
  console.log(`    ${'ratio'.padEnd(34)} ${ratio.toFixed(2)} × ${reference}`)
}

function inWords(value: number | string) {
  if (typeof value === 'string') return value
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 2 : 0 })
}
