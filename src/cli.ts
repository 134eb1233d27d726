/** The command line. Every space may bring commands; they load what they need when they run. */
import { enableCompileCache } from 'node:module'
import type { Command } from './core/space.ts'

enableCompileCache()

const usage = 2

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (name === 'serve') return (await import('./serve.ts')).serve(args)
  if (name === 'config' && args[0] === 'explain') return explainConfig(args.slice(1))
  if (name === '--version' || name === 'version') return printVersion()
  const commands = await spaceCommands()
  const command = commands.find((candidate) => candidate.name === name)
  if (command) return command.run({ input: process.stdin, output: process.stdout })
  printHelp(commands)
  return name === 'help' || name === '--help' ? 0 : usage
}

async function spaceCommands(): Promise<readonly Command[]> {
  const { spaces } = await import('./spaces.ts')
  return spaces.flatMap((space) => space.commands)
}

async function printVersion() {
  const { version } = await import('./version.ts')
  console.log(version)
  return 0
}

async function explainConfig(args: readonly string[]) {
  const { ConfigError, loadConfig, processSources } = await import('#core/config')
  const { readFlags } = await import('./flags.ts')
  try {
    for (const { name, value, origin, about } of loadConfig(processSources(readFlags(args))).explained) {
      console.log(`${name} = ${value || '(none)'}   from ${origin}\n    ${about}`)
    }
    return 0
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    return 1
  }
}

function printHelp(commands: readonly Command[]) {
  const rows = [
    { name: 'serve', about: 'runs Cairn (the same as npm start)' },
    { name: 'config explain', about: 'prints every setting of the start, its value and where it comes from' },
    { name: 'version', about: 'prints the version' },
    ...commands,
  ]
  console.log(`Usage: cairn COMMAND\n\n${rows.map(({ name, about }) => `  ${name.padEnd(16)} ${about}`).join('\n')}`)
}

process.exitCode = await main(process.argv.slice(2))
