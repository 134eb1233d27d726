/** Everything that can be known without running the product. Runs all checks, so that one round shows all complaints. */
import { runQuietly, timed } from './test/command.ts'
import { single, sum, type Tally } from './test/tally.ts'

/** The slowest first: two run at a time. */
const checks: [name: string, command: string, ...parts: string[]][] = [
  ['lint', 'eslint', '.'],
  ['types', 'tsc'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['imports', 'depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'tests'],
  ['dead code', 'knip'],
]

/** Counts one test a check. */
export async function runChecks(): Promise<Tally> {
  const waiting = [...checks]
  const failed: string[] = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await runCheck(check))) failed.push(check[0])
    }
  }
  await Promise.all([work(), work()])
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
  return sum(checks.map(([name]) => single(name, !failed.includes(name))))
}

async function runCheck([name, command, ...parts]: (typeof checks)[number]) {
  const env = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const { result, time } = await timed(() => runQuietly(command, parts, { env }))
  console.log(`${result.succeeded ? '✓' : '✗'} ${name} (${command}), ${time}`)
  if (!result.succeeded) console.log(result.output)
  return result.succeeded
}

if (import.meta.main) {
  const { failed } = await runChecks()
  process.exitCode = failed > 0 ? 1 : 0
}
