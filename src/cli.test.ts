import { expect, test, vi } from 'vitest'
import { startProgram } from '../tests/world/program.ts'
import { createFolder } from '../tests/world/record.ts'
import { version } from './version.ts'

/** Each command is a process of its own, and there are many at once. */
vi.setConfig({ testTimeout: 60_000 })

async function run(args: readonly string[], environment: Record<string, string> = {}) {
  await using folder = await createFolder()
  await using program = startProgram({ args: ['src/cli.ts', ...args], folder: folder.path, environment })
  return { code: await program.ended, output: program.output() }
}

test('the version is the one of the package', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, output: `${version}\n` })
})

test('without a command it tells what there is', async () => {
  const help = await run([])
  expect(help).toMatchObject({ code: 0, output: expect.stringContaining('Usage: cairn COMMAND') })
  for (const name of ['serve', 'migrate', 'rebuild', 'doctor', 'user', 'config']) expect(help.output).toContain(name)
  expect(await run(['--help'])).toEqual(help)
})

test.each([
  { args: ['user', '--help'], words: 'Usage: cairn user list|add' },
  { args: ['help', 'rebuild'], words: 'Usage: cairn rebuild search|graph|all' },
  { args: ['serve', '--help'], words: 'Usage: cairn serve' },
])('$args tells more about one command', async ({ args, words }) => {
  const { code, output } = await run(args)
  expect(code).toBe(0)
  expect(output).toContain(words)
})

test.each([
  { args: ['fly'], words: 'Cairn has no command “fly”.\nWhat there is: cairn help' },
  { args: ['docter'], words: 'Did you mean “doctor”?' },
  { args: ['user', 'lits'], words: 'There is no “user lits”. Did you mean “list”?' },
  { args: ['user', 'add'], words: 'Say it like this: cairn user add EMAIL [--role ROLE]' },
  { args: ['rebuild'], words: 'Say what to rebuild: search, graph or all.' },
  { args: ['rebuild', 'search', 'graph'], words: '“graph” is not understood here.' },
  { args: ['config', 'explain', 'loudly'], words: '“loudly” is not understood here.' },
])('what it does not know is a mistake of the caller, with a hint: $args', async ({ args, words }) => {
  const { code, output } = await run(args)
  expect(code).toBe(2)
  expect(output).toContain(words)
})

test('every setting is explained with its value and where it comes from, secrets as set', async () => {
  const environment = { CAIRN_METRICS_TOKEN: 'seven stones' }
  const { code, output } = await run(['config', 'explain', '--port', '1234', '--host=::1'], environment)
  expect(code).toBe(0)
  expect(output).toContain('port = 1234   from --port')
  expect(output).toContain('host = ::1   from --host')
  expect(output).toContain('data = ./data   from default')
  expect(output).toContain('metricsToken = (set)   from CAIRN_METRICS_TOKEN')
  expect(output).not.toContain('seven stones')
})

test('a mistake among the settings is told in plain words', async () => {
  const { code, output } = await run(['config', 'explain', '--prot', '1'])
  expect(code).toBe(1)
  expect(output).toContain('--prot is not a setting of Cairn')
  expect(output).not.toContain('    at ')
})
