/** Runs the projects of `vitest.config.ts` and counts their tests. */
import { mkdtempDisposableSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { root, runAloud, runQuietly } from './command.ts'
import { nothing, single, type Tally } from './tally.ts'

export type Project = 'unit' | 'postgres' | 'stories'

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

/** Runs the tests of `project` as they stand in the checkout at `cwd`. */
export async function runProject(project: Project, env: NodeJS.ProcessEnv = {}, cwd = root): Promise<Tally> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'cairn-report-'))
  const file = join(folder.path, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { succeeded } = await runAloud('vitest', ['run', '--project', project, ...reporters], {
    cwd,
    env: { NODE_ENV: 'test', ...env },
  })
  return count(file, succeeded)
}

/** Counts the tests of `project` without running them. */
export async function countSkipped(project: Project): Promise<Tally> {
  const { succeeded, output } = await runQuietly('vitest', ['list', '--project', project], {
    env: { NODE_ENV: 'test' },
  })
  if (succeeded) return { ...nothing, skipped: output.trim().split('\n').length }
  console.log(output)
  return single(false)
}

/** A run can fail without a failed test, for example by a file that does not load. */
function count(file: string, succeeded: boolean): Tally {
  const report = readReport(file)
  if (!report) return single(false)
  const failed = report.numFailedTests || (succeeded ? 0 : 1)
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
}

function readReport(file: string) {
  try {
    return Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    console.log(`Vitest left no report: ${String(error)}`)
    return undefined
  }
}
