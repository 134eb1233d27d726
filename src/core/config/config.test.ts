import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFolder } from '../../../tests/world/record.ts'
import { ConfigError, loadConfig, loadSecrets, type Sources } from './config.ts'

/** A working folder with these files in it. */
async function createWorkplace(files: Record<string, string> = {}) {
  const folder = await createFolder()
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder.path, name), text)
  const load = ({ flags = {}, environment = {} }: Partial<Sources> = {}) =>
    loadConfig({ flags, environment, folder: folder.path })
  return Object.assign(folder, {
    load,
    explain: (name: string, sources?: Partial<Sources>) => load(sources).explained.find((row) => row.name === name),
  })
}

function mistakesOf(load: () => unknown) {
  try {
    load()
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n  - ').slice(1)
    throw error
  }
  return []
}

test('with nothing set, everything has its default', async () => {
  await using folder = await createWorkplace()
  expect(folder.load().config).toEqual({
    data: './data',
    databaseUrl: '',
    databaseConnections: 20,
    role: 'all',
    host: '127.0.0.1',
    port: 8080,
    publicAddress: '',
    trustProxy: false,
    allowedOrigins: [],
    rateLimitPerson: 1200,
    rateLimitAddress: 600,
    rateLimitSignIn: 20,
    stopPause: 500,
    logLevel: 'info',
    diskReserve: 'auto',
    metricsToken: '',
  })
})

test('a later source wins over an earlier one, and each value knows where it came from', async () => {
  await using folder = await createWorkplace({ 'cairn.json': '{"port": 1001, "trustProxy": true}' })
  expect(folder.explain('trustProxy')).toMatchObject({ value: 'true', origin: 'cairn.json' })
  expect(folder.explain('port')).toMatchObject({ value: '1001', origin: 'cairn.json' })
  await writeFile(join(folder.path, '.env'), 'CAIRN_PORT=1002\nOTHER=x\n')
  expect(folder.explain('port')).toMatchObject({ value: '1002', origin: 'CAIRN_PORT' })
  const environment = { CAIRN_PORT: '1003' }
  expect(folder.explain('port', { environment })).toMatchObject({ value: '1003', origin: 'CAIRN_PORT' })
  const flags = { port: '1004' }
  expect(folder.explain('port', { environment, flags })).toMatchObject({ value: '1004', origin: '--port' })
  expect(folder.load({ environment, flags }).config.port).toBe(1004)
})

test('a value can stand in a file of its own, and a secret is never shown', async () => {
  await using folder = await createWorkplace({ token: 'seven stones\n' })
  const environment = { CAIRN_METRICS_TOKEN_FILE: join(folder.path, 'token') }
  expect(folder.load({ environment }).config.metricsToken).toBe('seven stones')
  const row = folder.explain('metricsToken', { environment })
  expect(row).toMatchObject({ value: '(set)', origin: 'CAIRN_METRICS_TOKEN_FILE' })
  expect(folder.explain('metricsToken')).toMatchObject({ value: '', origin: 'default' })
})

test('all mistakes are told at once, each with its source, and no secret among them', async () => {
  await using folder = await createWorkplace({ 'cairn.json': '{"colour": "red", "logLevel": "loud"}' })
  const environment = {
    CAIRN_PROT: '80',
    CAIRN_TRUST_PROXY: 'perhaps',
    CAIRN_PUBLIC_ADDRESS: 'ftp://cairn',
    CAIRN_METRICS_TOKEN_FILE: '/nowhere/at/all',
    CAIRN_TEST_CHROMIUM: 'no setting, and no mistake',
    PATH: '/bin',
  }
  const mistakes = mistakesOf(() => folder.load({ environment, flags: { port: '80.5', verbose: 'true' } }))
  expect(mistakes.map((words) => words.split(/[ :]/)[0]).sort()).toEqual(
    ['--verbose', 'CAIRN_PROT', 'colour', 'logLevel', 'port', 'publicAddress', 'the', 'trustProxy'].sort(),
  )
  expect(mistakes).toContain('the file /nowhere/at/all cannot be read')
  expect(mistakes).toContain('port (--port): a port is a number from 0 to 65535')
})

test.each(['', '-1', '65536', '0x50', '8e3', ' 80', 'eighty'])('“%s” is no port', async (port) => {
  await using folder = await createWorkplace()
  expect(mistakesOf(() => folder.load({ flags: { port } }))).toHaveLength(1)
})

test.each(['', '-1', '1.5', '5 GB', '12345678', 'all'])('“%s” is no reserve', async (diskReserve) => {
  await using folder = await createWorkplace()
  expect(mistakesOf(() => folder.load({ flags: { 'disk-reserve': diskReserve } }))).toHaveLength(1)
})

test('a part of Cairn runs alone only where others can join it', async () => {
  await using folder = await createWorkplace()
  expect(mistakesOf(() => folder.load({ flags: { role: 'worker' } }))).toEqual([
    'role (--role): several processes need PostgreSQL: set CAIRN_DATABASE_URL, or leave the role at all',
  ])
  const environment = { CAIRN_DATABASE_URL: 'postgres://cairn:secret@localhost/cairn' }
  expect(folder.load({ flags: { role: 'worker' }, environment }).config.role).toBe('worker')
  expect(folder.explain('databaseUrl', { environment })?.value).toBe('(set)')
  expect(mistakesOf(() => folder.load({ flags: { 'database-url': 'mysql://localhost/cairn' } }))).toHaveLength(1)
})

test('allowed origins are a list of exact origins', async () => {
  await using folder = await createWorkplace()
  const load = (text: string) => folder.load({ flags: { 'allowed-origins': text } })
  expect(load('https://a.example, http://b.example:8000').config.allowedOrigins).toEqual([
    'https://a.example',
    'http://b.example:8000',
  ])
  for (const text of ['*', 'https://a.example/', 'https://A.example', 'a.example', 'null', 'https://a.example,'])
    expect(mistakesOf(() => load(text))).toEqual([
      'allowedOrigins (--allowed-origins): write an origin, such as https://a.example',
    ])
})

test.each(['-1', '1000001', '1e3', '1.5', 'none'])('“%s” is no rate limit', async (text) => {
  await using folder = await createWorkplace()
  expect(mistakesOf(() => folder.load({ flags: { 'rate-limit-person': text } }))).toEqual([
    'rateLimitPerson (--rate-limit-person): this is a number from 0 to 1000000',
  ])
})

test.each(['0', '1', '201', 'all'])('“%s” is no number of connections', async (text) => {
  await using folder = await createWorkplace()
  expect(mistakesOf(() => folder.load({ flags: { 'database-connections': text } }))).toEqual([
    'databaseConnections (--database-connections): this is a number from 2 to 200',
  ])
})

test('a settings file that is no JSON object is a mistake like any other', async () => {
  for (const text of ['{"port": 80', '[]', '"port"']) {
    await using folder = await createWorkplace({ 'cairn.json': text })
    expect(mistakesOf(() => folder.load({ flags: { verbose: 'true' } }))).toEqual([
      'cairn.json is not a JSON object',
      '--verbose is not a setting of Cairn',
    ])
  }
})

test('the keys are made once, for their owner’s eyes only', async () => {
  await using folder = await createWorkplace()
  const secrets = loadSecrets(folder.path)
  expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length)
  expect(loadSecrets(folder.path)).toEqual(secrets)
  const path = join(folder.path, 'secrets.json')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('keys that were half written before are made again, not taken over with their permissions', async () => {
  await using folder = await createWorkplace({ 'secrets.json.new': '{"accessKey":"' })
  await chmod(join(folder.path, 'secrets.json.new'), 0o666)
  loadSecrets(folder.path)
  expect((await stat(join(folder.path, 'secrets.json'))).mode & 0o777).toBe(0o600)
})

test('a file of keys from before a key was added keeps its keys and gets the new one', async () => {
  const old = { accessKey: '0a'.repeat(32), refreshKey: '1b'.repeat(32), keyOfTomorrow: 'kept' }
  await using folder = await createWorkplace({ 'secrets.json': JSON.stringify(old) })
  const secrets = loadSecrets(folder.path)
  expect(secrets).toMatchObject(old)
  expect(secrets.linkKey).toMatch(/^[0-9a-f]{64}$/)
  expect(loadSecrets(folder.path)).toEqual(secrets)
  expect((await stat(join(folder.path, 'secrets.json'))).mode & 0o777).toBe(0o600)
})

test('a complete file of keys is never written again', async () => {
  const keys = { accessKey: '0a'.repeat(32), linkKey: '2c'.repeat(32), refreshKey: '1b'.repeat(32) }
  const text = JSON.stringify(keys, null, 2)
  await using folder = await createWorkplace({ 'secrets.json': text })
  expect(loadSecrets(folder.path)).toEqual(keys)
  expect(await readFile(join(folder.path, 'secrets.json'), 'utf8')).toBe(text)
})

test.each([
  '',
  '{}',
  'nonsense',
  '[]',
  '{"accessKey":"00","refreshKey":"11"}',
  `{"accessKey":"${'0a'.repeat(32)}"}`,
  `{"accessKey":"${'0a'.repeat(32)}","refreshKey":"${'1b'.repeat(32)}","linkKey":"22"}`,
])('a damaged file of keys is refused instead of signing everybody out: %s', async (text) => {
  await using folder = await createWorkplace({ 'secrets.json': text })
  expect(() => loadSecrets(folder.path)).toThrow('is damaged. Put it back from a backup')
  expect(await readFile(join(folder.path, 'secrets.json'), 'utf8')).toBe(text)
})
