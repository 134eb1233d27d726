import { expect, test } from 'vitest'
import { startProgram } from '../tests/world/program.ts'
import { createFolder } from '../tests/world/record.ts'
import { version } from './version.ts'

async function run(args: readonly string[], environment: Record<string, string> = {}) {
  await using folder = await createFolder()
  await using program = startProgram({ args: ['src/cli.ts', ...args], folder: folder.path, environment })
  return { code: await program.ended, output: program.output() }
}

test('the version is the one of the package', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, output: `${version}\n` })
})

test('without a command it tells what there is; an unknown one is a mistake of the caller', async () => {
  const help = await run([])
  expect(help).toMatchObject({ code: 0, output: expect.stringContaining('Usage: cairn COMMAND') })
  expect(await run(['fly'])).toEqual({ ...help, code: 2 })
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

test.each([
  { args: ['--prot', '1'], words: '--prot is not a setting of Cairn' },
  { args: ['loudly'], words: '“loudly” is not understood here' },
])('a mistake among the settings is told in plain words: $words', async ({ args, words }) => {
  const { code, output } = await run(['config', 'explain', ...args])
  expect(code).toBe(1)
  expect(output).toContain(words)
  expect(output).not.toContain('    at ')
})
