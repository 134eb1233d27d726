/** One server in this process: configuration, app, address, stop on a signal. */
import { join } from 'node:path'
import { ConfigError, loadConfig, loadSecrets, processSources, type Config } from '#core/config'
import { lockFolder, type FolderLock } from '#core/db'
import { createLog, giveBackMemory } from '#core/observability'
import { createApp, type App } from './app.ts'
import { readFlags } from './flags.ts'
import { spaces } from './spaces.ts'
import { version } from './version.ts'

const longestStop = 15_000

/** Answers the exit code once the server has stopped, or could not start. */
export async function serve(args: readonly string[]): Promise<number> {
  try {
    const { config } = loadConfig(processSources(readFlags(args)))
    const lock = lockFolder(config.data)
    const app = await createApp({
      config,
      secrets: loadSecrets(config.data),
      log: createLog({ level: config.logLevel }),
      spaces,
      version,
      web: join(import.meta.dirname, '../dist/web'),
    })
    await run(app, config, lock)
    return 0
  } catch (error) {
    say(explain(error))
    return 1
  }
}

/** What was opened is closed, also when the start fails half-way: a server that half runs would never end. */
async function run(app: App, config: Config, lock: FolderLock) {
  const signalled = untilSignal()
  const stopGiving = giveBackMemory()
  try {
    await listen(app, config, lock)
    await signalled
  } finally {
    stopGiving()
    await stop(app, lock)
  }
}

async function listen(app: App, config: Config, lock: FolderLock) {
  await app.http.listen({ host: config.host, port: config.port })
  await app.start()
  const address = addressOf(app, config)
  lock.announce(address)
  say(`Cairn ${version} is ready at ${address}`)
  const token = await app.auth.makeFirstLink()
  if (token) say(`Make the first administrator here (works once): ${address}/first-run#token=${token}`)
}

function addressOf({ http }: App, { publicAddress, host }: Config) {
  if (publicAddress) return publicAddress.replace(/\/$/, '')
  const [bound] = http.addresses()
  const port = typeof bound === 'object' ? bound.port : 0
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** npm passes Ctrl-C on although the terminal has sent it already: a second signal changes nothing. */
const untilSignal = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
  })

/** Stops in order; when something hangs, the record is safe anyway and the process ends. */
async function stop(app: App, lock: FolderLock) {
  const force = setTimeout(() => process.exit(1), longestStop)
  await app.stop()
  lock.release()
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
