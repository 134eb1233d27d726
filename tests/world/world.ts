/** A real app on a folder of its own, driven without a port, with a clock that tests may move. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Send } from '#contract/client'
import type { Api } from '#contract/endpoint'
import { accountApi } from '#core/auth/contract'
import { loadSecrets, type Config, type Explained } from '#core/config'
import type { ReadSpace } from '#core/disk'
import { createLog } from '#core/observability'
import { createApp, migrationsOf, type App } from '../../src/app.ts'
import type { Space } from '../../src/core/space.ts'
import { collectLines } from './lines.ts'
import { createTestDatabase } from './postgres/database.ts'
import { withoutPort } from './without-port.ts'

export { eventually } from './eventually.ts'

export interface World extends AsyncDisposable {
  app: App
  folder: string
  /** Milliseconds; every later moment counts from here. */
  clock: { now: number }
  /** The log lines so far. */
  log: string[]
  send: Send
  /** Stops the app and opens the same folder again. */
  restart(): Promise<void>
  /**
   * Opens the same folder again although the app never came to an end, as after a kill. The first one is a stale holder
   * from now on; what it still waits for must be let go before the world is closed.
   */
  crash(): Promise<void>
}

export interface WorldOptions {
  spaces?: readonly Space[]
  config?: Partial<Config>
  explained?: readonly Explained[]
  now?: number
  /** Folder of a built web. */
  web?: string
  readSpace?: ReadSpace
}

const usual: Omit<Config, 'data' | 'databaseUrl'> = {
  // Each costs 30 ms of processor.
  databaseConnections: 6,
  role: 'all',
  host: '127.0.0.1',
  port: 0,
  publicAddress: '',
  trustProxy: false,
  allowedOrigins: [],
  rateLimitPerson: 1_000_000,
  rateLimitAddress: 1_000_000,
  rateLimitSignIn: 1_000_000,
  stopPause: 0,
  logLevel: 'info',
  diskReserve: 0,
  metricsToken: '',
}

export async function createWorld({
  spaces = [],
  config = {},
  explained = [],
  now = Date.UTC(2026, 2, 2, 9),
  web,
  readSpace,
}: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-world-'))
  const database = await createTestDatabase(migrationsOf(spaces))
  const clock = { now }
  const { lines, stream } = collectLines()
  const open = async () => {
    const app = await createApp({
      config: { ...usual, databaseUrl: database.url, ...config, data: folder },
      explained,
      secrets: loadSecrets(folder),
      log: createLog({ level: 'info', to: stream }),
      spaces,
      version: '0.0.0-test',
      ...(web !== undefined && { web }),
      ...(readSpace && { readSpace }),
      now: () => (clock.now += 1),
    })
    await app.start()
    return app
  }
  const stale: Promise<void>[] = []
  const world: World = {
    app: await open(),
    folder,
    clock,
    log: lines,
    send: (url, init) => withoutPort(world.app.http)(url, init),
    async restart() {
      await world.app.stop()
      world.app = await open()
    },
    async crash() {
      stale.push(world.app.stop())
      world.app = await open()
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([world.app.stop(), ...stale])
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return world
}

/** Moves the clock and lets the runner of jobs look again, which otherwise sleeps for as long as the clock said. */
export async function pass({ clock, app }: Pick<World, 'clock' | 'app'>, milliseconds: number) {
  clock.now += milliseconds
  await app.core.db.write(async () => {})
}

export interface Member {
  id: string
  token: string
  /** Sends with this person's token. */
  send: Send
  /** A typed client that speaks for this person. */
  client<A extends Api>(api: A): ReturnType<typeof createClient<A>>
}

/** Registers a person; without a name each is another one. */
export async function register({ send }: Pick<World, 'send'>, name = `someone${(counter += 1)}`): Promise<Member> {
  const account = createClient(accountApi, send)
  return asMember(send, await account.register({ body: { email: emailOf(name), name, password } }))
}

/** Signs in a person who registered, for example when the clock has moved past the token. */
export async function signIn({ send }: Pick<World, 'send'>, name: string): Promise<Member> {
  return asMember(send, await createClient(accountApi, send).signIn({ body: { email: emailOf(name), password } }))
}

/** Makes the first administrator of the world. */
export async function registerAdministrator({ app, send }: World): Promise<Member> {
  const token = await app.auth.makeFirstLink()
  if (token === undefined) throw new Error('This world has an administrator')
  const body = { token, email: emailOf('Ada'), name: 'Ada', password }
  return asMember(send, await createClient(accountApi, send).createFirstAdministrator({ body }))
}

let counter = 0

const password = 'correct horse battery'
const emailOf = (name: string) => `${name.toLowerCase()}@example.org`

function asMember(send: Send, { accessToken, person }: { accessToken: string; person: { id: string } }): Member {
  const signed: Send = (url, init) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${accessToken}`)
    return send(url, { ...init, headers })
  }
  return { id: person.id, token: accessToken, send: signed, client: (api) => createClient(api, signed) }
}
