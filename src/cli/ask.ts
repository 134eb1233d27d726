/** Runs a control command: in the server that runs on the folder, or here on the record when nobody holds it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadConfig, loadSecrets, processSources, type Config } from '#core/config'
import { askServer, runControl } from '#core/control'
import { lockFolder } from '#core/db'
import { createLog } from '#core/observability'
import { createApp } from '../app.ts'
import { controlCommands } from '../control/commands.ts'
import { addressOf } from '../listening.ts'
import { spaces } from '../spaces.ts'
import { version } from '../version.ts'
import { done, failed } from './command.ts'

export interface Question {
  name: string
  input: object
}

const say = (words: string) => {
  console.log(words)
}

/** Answers the exit code. */
export async function ask(question: Question, settings: Record<string, string>): Promise<number> {
  const { config } = loadConfig(processSources(settings))
  const asked = await askServer({ folder: config.data, question, say })
  const isWell = asked ? asked.isWell : await askRecord(config, question)
  return isWell ? done : failed
}

export const hasRecord = ({ data, databaseUrl }: Config) => databaseUrl !== '' || existsSync(join(data, 'cairn.sqlite'))

async function askRecord(config: Config, question: Question): Promise<boolean> {
  if (!hasRecord(config)) {
    throw new Error(`There is no record in ${config.data}. Name its folder with --data, or make one: cairn migrate`)
  }
  const lock = lockFolder(config.data)
  lock.announce('a command')
  const log = createLog({ level: 'warn' })
  const app = await createApp({ config, secrets: loadSecrets(config.data), log, spaces, version })
  const commands = controlCommands({ ...app, address: addressOf(config, config.port) })
  const isWell = await runControl({ commands, log }, question, { say, signal: untilSignal() })
  await app.stop()
  lock.release()
  return isWell
}

/** The first Ctrl-C lets what runs end in order. */
function untilSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      controller.abort()
    })
  }
  return controller.signal
}
