/** One server in this process: configuration, app, address, stop on a signal. */
import { join } from 'node:path'
import { ConfigError, loadConfig, loadSecrets, processSources, type Config } from '#core/config'
import { serveControl, type ControlServer } from '#core/control'
import { lockFolder, type FolderLock } from '#core/db'
import { createLog, giveBackMemory } from '#core/observability'
import { createApp, type App, type AppNeeds } from './app.ts'
import { controlCommands } from './control/commands.ts'
import { readFlags } from './flags.ts'
import { addressOf } from './listening.ts'
import { spaces } from './spaces.ts'
import { version } from './version.ts'

const longestStop = 15_000

/** Answers the exit code once the server has stopped, or could not start. `other` takes the place of what is usual. */
export async function serve(args: readonly string[], other: Partial<AppNeeds> = {}): Promise<number> {
  try {
    const { config, explained } = loadConfig(processSources(readFlags(args)))
    const lock = config.databaseUrl === '' ? lockFolder(config.data) : undefined
    const app = await createApp({
      config,
      explained,
      secrets: loadSecrets(config.data),
      log: createLog({ level: config.logLevel }),
      spaces,
      version,
      web: join(import.meta.dirname, '../dist/web'),
      ...other,
    })
    await run(app, config, lock)
    return 0
  } catch (error) {
    say(explain(error))
    return 1
  }
}

/** What was opened is closed, also when the start fails half-way: a server that half runs would never end. */
async function run(app: App, config: Config, lock: FolderLock | undefined) {
  const signalled = untilSignal()
  const stopGiving = giveBackMemory()
  let control: ControlServer | undefined
  try {
    const address = await listen(app, config)
    if (lock) control = await openControl(app, config, address)
    lock?.announce(address, control?.path)
    await tellReady(app, config, address)
    await signalled
  } finally {
    stopGiving()
    await control?.close()
    await stop(app, lock)
  }
}

async function listen(app: App, config: Config) {
  await app.http.listen({ host: config.host, port: config.port })
  await app.start()
  const [bound] = app.http.addresses()
  return addressOf(config, typeof bound === 'object' ? bound.port : 0)
}

/** Some disks take no sockets: people are served all the same. */
async function openControl(app: App, { data }: Config, address: string) {
  const { log } = app.core
  const commands = controlCommands({ ...app, address })
  return serveControl({ folder: data, commands, log }).catch((error: unknown) => {
    log.warn({ err: error }, 'the command line cannot speak to this server')
    return undefined
  })
}

async function tellReady(app: App, { role }: Config, address: string) {
  say(`Cairn ${version} is ready at ${address}${role === 'all' ? '' : ` as ${role}`}`)
  if (role !== 'all' && role !== 'api') return
  const token = await app.auth.makeFirstLink()
  if (token) say(`Make the first administrator here (works once): ${address}/first-run#token=${token}`)
}

/** npm passes Ctrl-C on although the terminal has sent it already: a second signal changes nothing. */
const untilSignal = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
  })

/** Stops in order; when something hangs, the record is safe anyway and the process ends. */
async function stop(app: App, lock: FolderLock | undefined) {
  const force = setTimeout(() => process.exit(1), longestStop)
  await app.stop()
  lock?.release()
  clearTimeout(force)
}

function explain(error: unknown) {
  if (error instanceof ConfigError || !(error instanceof Error))
    return String(error instanceof Error ? error.message : error)
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port is in use by another program. Choose another one with --port (0 takes a free one).'
  }
  const cause = error.cause instanceof Error ? `\n  because: ${error.cause.message}` : ''
  return `Cairn could not start: ${error.message}${cause}`
}

const say = (words: string) => console.log(words)
