/** Runs the projects of `vitest.config.ts` and counts their tests. */
import { mkdtempDisposableSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import { root, runAloud, runQuietly } from './command.ts'
import { nothing, single, type Tally } from './tally.ts'

export type Project = 'unit' | 'postgres' | 'stories'

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})
type FileReport = z.infer<typeof Report>['testResults'][number]

/** Of the message of one failure: enough to know what it is about. */
const messageLines = 6

/** Runs the tests of `project` as they stand in the checkout at `cwd`. */
export async function runProject(project: Project, env: NodeJS.ProcessEnv = {}, cwd = root): Promise<Tally> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'cairn-report-'))
  const file = join(folder.path, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { succeeded } = await runAloud('vitest', ['run', '--project', project, ...reporters], {
    cwd,
    env: { NODE_ENV: 'test', ...env },
  })
  return count(file, succeeded, cwd)
}

/** Counts the tests of `project` without running them. */
export async function countSkipped(project: Project): Promise<Tally> {
  const { succeeded, output } = await runQuietly('vitest', ['list', '--project', project], {
    env: { NODE_ENV: 'test' },
  })
  if (succeeded) return { ...nothing, skipped: output.trim().split('\n').length }
  console.log(output)
  return single('vitest list', false)
}

/** A run can fail without a failed test, for example by a file that does not load. */
function count(file: string, succeeded: boolean, cwd: string): Tally {
  const report = readReport(file)
  if (!report) return single('vitest left no report', false)
  const failed = report.numFailedTests || (succeeded ? 0 : 1)
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap((tested) => tellFailures(tested, relative(cwd, tested.name))),
  }
}

/** A file whose tests all passed can have failed itself, in a hook or while it was loaded. */
function tellFailures({ status, message, assertionResults }: FileReport, file: string) {
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [tell(file, message)] : []
  return failed.map(({ fullName, failureMessages }) => tell(`${file} > ${fullName}`, failureMessages?.join('\n') ?? ''))
}

function tell(name: string, message: string) {
  const lines = stripVTControlCharacters(message).split('\n').slice(0, messageLines)
  return [name, ...lines.map((line) => `    ${line}`)].join('\n')
}

function readReport(file: string) {
  try {
    return Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    console.log(`Vitest left no report: ${String(error)}`)
    return undefined
  }
}
