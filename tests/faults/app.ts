/** The whole app in this process, on a folder and a record of its own, with a clock that the test moves. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig, loadSecrets, type Secrets } from '#core/config'
import { createLog } from '#core/observability'
import { createApp, migrationsOf, type App } from '../../src/app.ts'
import { spaces } from '../../src/spaces.ts'
import { createDatabase } from '../world/postgres/database.ts'
import type { EngineName } from './run-options.ts'

export interface OpenApp extends AsyncDisposable {
  engine: EngineName
  app: App
  /** Lines of the log that tell of something broken. */
  errors: string[]
}

export interface AppOptions {
  engine: EngineName
  /** Of the cluster; only PostgreSQL needs it. */
  cluster: string
  now: () => number
  newId?: () => string
  secrets?: Secrets
}

/** Nobody is slowed down here; limits have tests of their own. People come one at a time and need few connections. */
const flags = {
  'database-connections': '6',
  'rate-limit-person': '0',
  'rate-limit-address': '0',
  'rate-limit-sign-in': '0',
  'stop-pause': '0',
  'disk-reserve': '0',
  port: '0',
}

export async function openApp({ engine, cluster, now, newId, secrets }: AppOptions): Promise<OpenApp> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-fault-'))
  const database = engine === 'postgres' ? await createDatabase(cluster, migrationsOf(spaces)) : undefined
  const { config } = loadConfig({
    flags: { ...flags, data: folder, ...(database && { 'database-url': database.url }) },
    environment: {},
    folder,
  })
  const errors: string[] = []
  const app = await createApp({
    config,
    secrets: secrets ?? loadSecrets(folder),
    log: createLog({ level: 'error', to: { write: (line) => void errors.push(line) } }),
    spaces,
    version: '0.0.0-test',
    now,
    ...(newId && { newId }),
  })
  await app.start()
  return {
    engine,
    app,
    errors,
    async [Symbol.asyncDispose]() {
      await app.stop()
      await database?.[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
