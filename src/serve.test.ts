import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startProgram } from '../tests/world/program.ts'
import { createFolder, type TemporaryFolder } from '../tests/world/record.ts'

const start = (folder: TemporaryFolder, ...flags: string[]) =>
  startProgram({ args: ['src/main.ts', '--port', '0', ...flags], folder: folder.path })

const addressIn = (output: string) => /ready at (http:\S+)/.exec(output)?.[1] ?? ''

test('a server says where it is, answers there, keeps the folder to itself, and ends well on a signal', async () => {
  await using folder = await createFolder()
  await using first = start(folder)
  const address = addressIn(await first.says('ready at'))
  expect((await fetch(`${address}/api/v1/health/ready`)).status).toBe(200)
  expect(await first.says('first-run')).toMatch(/\/first-run#token=[\w-]{43}\n/)
  await using second = start(folder)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(`is in use by another Cairn (process `)
  expect(second.output()).toContain(address)
  first.signal('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(existsSync(join(folder.path, 'data/server.json'))).toBe(false)
  await using third = start(folder)
  await third.says('ready at')
  third.signal('SIGINT')
  expect(await third.ended).toBe(0)
}, 30_000)

test('a killed server leaves the folder to the next one', async () => {
  await using folder = await createFolder()
  await using first = start(folder)
  await first.says('ready at')
  first.signal('SIGKILL')
  await first.ended
  await using second = start(folder)
  await second.says('ready at')
}, 30_000)

test('a start that fails says why, ends, and leaves the folder free', async () => {
  await using folder = await createFolder()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const bound = other.address()
  const port = typeof bound === 'object' && bound ? String(bound.port) : ''
  await using failed = start(folder, '--port', port)
  expect(await failed.ended).toBe(1)
  expect(failed.output()).toContain('The port is in use by another program. Choose another one with --port')
  other.close()
  await using next = start(folder)
  await next.says('ready at')
}, 30_000)

test('mistakes in the settings stop the start before anything is made', async () => {
  await using folder = await createFolder()
  await using program = start(folder, '--colour', 'red', '--log-level', 'loud')
  expect(await program.ended).toBe(1)
  expect(program.output()).toContain('--colour is not a setting of Cairn')
  expect(program.output()).toContain('logLevel (--log-level)')
  expect(existsSync(join(folder.path, 'data'))).toBe(false)
})
