import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { startProgram } from '../../tests/world/program.ts'
import { createFolder, type TemporaryFolder } from '../../tests/world/record.ts'

/** Each command is a process of its own, and there are many at once. */
vi.setConfig({ testTimeout: 180_000 })

const start = (folder: TemporaryFolder, ...flags: string[]) =>
  startProgram({ args: ['src/main.ts', '--port', '0', ...flags], folder: folder.path })

async function run(folder: TemporaryFolder, ...args: string[]) {
  await using program = startProgram({ args: ['src/cli.ts', ...args], folder: folder.path })
  return { code: await program.ended, output: program.output() }
}

/** Adds somebody with a link of an invitation, asks for the list, and rebuilds. */
async function useCommands(folder: TemporaryFolder) {
  const added = await run(folder, 'user', 'add', 'Ada@Example.org', '--role', 'administrator')
  expect(added.output).toContain('An invitation for ada@example.org')
  expect(added.output).toMatch(/http:\S+\/join#token=[\w-]{20,}&email=ada%40example.org\n/)
  const rebuilt = await run(folder, 'rebuild', 'all')
  expect(rebuilt.output).toContain('search: equal; it was what the record says')
  expect(rebuilt.output).toContain('graph: equal')
  const unknown = await run(folder, 'user', 'disable', 'nobody@example.org')
  expect(unknown).toEqual({
    code: 1,
    output: 'Nobody here has the address nobody@example.org. “cairn user list” shows who does.\n',
  })
  expect((await run(folder, 'user', 'role', 'a@b.org', 'king')).code).toBe(1)
  expect((await run(folder, 'rebuild', 'house')).output).toContain('Choose one of: search, graph, all.')
  return [added, rebuilt].map(({ code }) => code)
}

/** In milliseconds: each command is a process, and starts slowly beside others. */
const startsManyProcesses = 120_000

test(
  'commands do the same while a server runs and while none does',
  async () => {
    await using folder = await createFolder()
    expect((await run(folder, 'migrate')).output).toContain('applied events/0001-create-log')
    expect((await run(folder, 'migrate')).output).toBe('The record was up to date.\n')
    expect(await useCommands(folder)).toEqual([0, 0])
    await using server = start(folder)
    await server.says('ready at')
    expect(await useCommands(folder)).toEqual([0, 0])
    expect((await run(folder, 'migrate')).output).toContain('is in use by another Cairn (process ')
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(existsSync(join(folder.path, 'data/control.sock'))).toBe(false)
  },
  startsManyProcesses,
)

test('a command without a record says so and makes none', async () => {
  await using folder = await createFolder()
  const { code, output } = await run(folder, 'user', 'list')
  expect(code).toBe(1)
  expect(output).toContain('There is no record in ./data. Name its folder with --data, or make one: cairn migrate')
  expect(existsSync(join(folder.path, 'data'))).toBe(false)
})

test('the socket is for the owner alone, and one that a killed server left is no obstacle', async () => {
  await using folder = await createFolder()
  await using first = start(folder)
  await first.says('ready at')
  const socket = join(folder.path, 'data/control.sock')
  expect(statSync(socket).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder.path, 'data')).mode & 0o777).toBe(0o700)
  first.signal('SIGKILL')
  await first.ended
  expect(existsSync(socket)).toBe(true)
  expect((await run(folder, 'user', 'list')).code).toBe(0)
  await using second = start(folder)
  await second.says('ready at')
  expect((await run(folder, 'user', 'list')).code).toBe(0)
})

test('a folder with a long path has its socket elsewhere', async () => {
  await using folder = await createFolder()
  const data = join(folder.path, 'x'.repeat(90))
  await using server = start(folder, '--data', data)
  await server.says('ready at')
  expect(existsSync(join(data, 'control.sock'))).toBe(false)
  expect((await run(folder, 'rebuild', 'graph', '--data', data)).output).toContain('graph: equal')
  server.signal('SIGTERM')
  expect(await server.ended).toBe(0)
})

test('the doctor finds nothing in a sound installation, with a server and without', async () => {
  await using folder = await createFolder()
  await run(folder, 'migrate')
  const alone = await run(folder, 'doctor', '--port', '0', '--deep')
  expect(alone.output).toContain('✓ the record is whole')
  expect(alone.output).toContain('✓ search: what it holds is what the record says')
  expect(alone.output).toContain('Everything is in order.')
  expect(alone.code).toBe(0)
  await using server = start(folder)
  await server.says('ready at')
  const { code, output } = await run(folder, 'doctor')
  expect(output).toMatch(/✓ a server runs \(process \d+, http:\S+\) and is ready/)
  expect(output).not.toContain('✗')
  expect(code).toBe(0)
})

test('the doctor says what is wrong and what to do, and changes nothing', async () => {
  await using folder = await createFolder()
  await run(folder, 'migrate')
  const data = join(folder.path, 'data')
  writeFileSync(join(data, 'secrets.json'), '{}', { mode: 0o644 })
  chmodSync(data, 0o755)
  using record = new DatabaseSync(join(data, 'cairn.sqlite'))
  record.exec(`delete from core_migrations where name = '0002-keep-nodes-by-origin'`)
  await using other = await listenSomewhere()
  const { code, output } = await run(folder, 'doctor', '--port', String(other.port))
  expect(code).toBe(1)
  expect(output).toContain(`chmod 700 './data'`)
  expect(output).toContain(`chmod 600 'data/secrets.json'`)
  expect(output).toContain(`port ${other.port} cannot be used. Choose another one with --port.`)
  expect(output).toContain('✗ the record is of an older version (1 migrations). Start Cairn, or run: cairn migrate')
  expect(output).toContain('Something is wrong')
  expect(statSync(data).mode & 0o777).toBe(0o755)
})

test('the doctor finds a damaged record', async () => {
  await using folder = await createFolder()
  mkdirSync(join(folder.path, 'data'), { mode: 0o700 })
  writeFileSync(join(folder.path, 'data/cairn.sqlite'), 'this is no record')
  const { code, output } = await run(folder, 'doctor', '--port', '0')
  expect(code).toBe(1)
  expect(output).toContain('✗ Error: file is not a database')
})

async function listenSomewhere() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return { port, [Symbol.asyncDispose]: async () => void server.close() }
}
