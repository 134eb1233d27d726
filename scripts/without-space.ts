/**
 * Shows that the product works with one space removed: in a copy, the folder and its line in the two lists are deleted,
 * and types, web and the tests that remain must still pass. Whatever needs a space lives in its folder or is a story.
 *
 *   node scripts/without-space.ts journey
 */
import { cpSync, existsSync, mkdtempDisposableSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root, runAloud } from './test/command.ts'
import { runProject } from './test/projects.ts'
import { inWords, single, sum, type Tally } from './test/tally.ts'

/** What the copy goes without: what is not the product, and what drives it as a whole. */
const left = [
  'node_modules',
  '.git',
  'dist',
  'data',
  'coverage',
  'bench',
  'play',
  'docs/api',
  'tests/stories',
  'tests/faults',
  'tests/matrix',
  'tests/specs.test.ts',
]

/** Counts three tests: the types, the web, and the rest of the unit tests. */
export async function runWithoutSpace(name: string): Promise<Tally> {
  using copy = mkdtempDisposableSync(join(tmpdir(), `cairn-without-${name}-`))
  cpSync(root, copy.path, { recursive: true, filter: (path) => !isLeft(relative(root, path)) })
  symlinkSync(join(root, 'node_modules'), join(copy.path, 'node_modules'))
  removeSpace(copy.path, name)

  const types = await runAloud('tsc', ['--tsBuildInfoFile', 'types.tsbuildinfo'], { cwd: copy.path })
  const web = await runAloud('vite', ['build', '--logLevel', 'warn'], { cwd: copy.path })
  const tests = await runProject('unit', {}, copy.path)
  console.log(`Without ${name}: ${inWords(tests)}`)
  return sum([
    single('types', types.succeeded),
    single('web', web.succeeded),
    { ...single('tests', tests.failed === 0), failures: tests.failures },
  ])
}

function isLeft(path: string) {
  return left.includes(path) || path.startsWith('scripts/evaluate')
}

function removeSpace(folder: string, name: string) {
  rmSync(join(folder, 'src/spaces', name), { recursive: true })
  for (const list of ['src/spaces.ts', 'src/web/spaces.ts']) {
    const file = join(folder, list)
    writeFileSync(file, withoutNames(readFileSync(file, 'utf8'), `spaces/${name}/`))
  }
}

/** Drops the imports from `folder`, and the names they brought from the rest. */
function withoutNames(source: string, folder: string) {
  const lines = source.split('\n')
  const imports = lines.filter((line) => line.includes(folder))
  const names = imports.flatMap((line) => /^import \{ (.*) \} from/.exec(line)?.[1]?.split(', ') ?? [])
  const uses = new RegExp(`\\b(${names.join('|')})\\b,? ?`, 'g')
  const rest = lines.filter((line) => !line.includes(folder)).join('\n')
  return names.length > 0 ? rest.replace(uses, '') : rest
}

if (import.meta.main) {
  const name = process.argv[2] ?? ''
  if (!name || !existsSync(join(root, 'src/spaces', name)))
    throw new Error(`There is no space '${name}' in src/spaces.`)
  const tally = await runWithoutSpace(name)
  console.log(inWords(tally))
  process.exitCode = tally.failed > 0 ? 1 : 0
}
