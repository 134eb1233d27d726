/** `npm test`: everything that is checked, in one run that goes on after a failure. The last line counts it all. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks } from './check.ts'
import { prepareChromium } from './test/chromium.ts'
import { useMemoryFolder } from './test/memory-folder.ts'
import { preparePostgres } from './test/postgres.ts'
import { root, runAloud, timed } from './test/command.ts'
import { countSkipped, runProject } from './test/projects.ts'
import { inWords, single, sum, type Tally } from './test/tally.ts'
import { runWithoutSpace } from './without-space.ts'

const spaces = readdirSync(join(root, 'src/spaces'))
useMemoryFolder()
const browser = prepareChromium()
const postgres = preparePostgres()

const stages: [title: string, run: () => Promise<Tally>][] = [
  ['The built web', buildWeb],
  ['Checks', runChecks],
  ['Unit tests', () => runProject('unit')],
  ['The same on PostgreSQL', runOnPostgres],
  ['Faults, the short round', runFaults],
  ...spaces.map((name): (typeof stages)[number] => [`Without the space ${name}`, () => runWithoutSpace(name)]),
  ['Stories in a browser', runStories],
]

const results: { title: string; tally: Tally }[] = []
for (const [title, run] of stages) results.push({ title, tally: await runStage(title, run) })

const total = sum(results.map(({ tally }) => tally))
for (const { title, tally } of results.filter(({ tally }) => tally.failed > 0))
  console.log(`\n✗ ${title}\n${tally.failures.join('\n')}`)
console.log(`\n${inWords(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0

async function runStage(title: string, run: () => Promise<Tally>) {
  console.log(`\n── ${title}`)
  const { result, time } = await timed(run)
  console.log(`── ${title}: ${inWords(result)}, ${time}`)
  return result
}

async function buildWeb() {
  return single('the build', (await runAloud('sh', ['scripts/prepare.sh', 'start'])).succeeded)
}

async function runOnPostgres() {
  if (postgres) return runProject('postgres')
  console.log('Skipped: there is no PostgreSQL to start. Install it, or name its programs in CAIRN_TEST_POSTGRES.')
  return countSkipped('postgres')
}

async function runFaults() {
  return single('a violation, told above', (await runAloud('node', ['tests/faults/run.ts', '--short'])).succeeded)
}

async function runStories() {
  if (browser) return runProject('stories', { CAIRN_TEST_CHROMIUM: browser })
  console.log('Skipped: there is no browser to drive. Install Chromium, or name one in CAIRN_TEST_CHROMIUM.')
  return countSkipped('stories')
}
