/** The command line. Every command loads what it needs when it runs; every space may bring commands. */
import { enableCompileCache } from 'node:module'
import { hintFor, done, failed, misused, type CliCommand } from './cli/command.ts'
import { commands } from './cli/commands.ts'
import { readArguments } from './flags.ts'

enableCompileCache()

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (name === '--version' || name === 'version') return printVersion()
  const all = [...commands, ...(await spaceCommands())]
  const command = all.find((candidate) => candidate.name === name)
  if (command) return run(command, args)
  if (name === 'help' || name === '--help' || name === '-h') return printHelp(all, args)
  const hint = hintFor(
    name,
    all.map((candidate) => candidate.name),
  )
  console.error(`Cairn has no command “${name}”.${hint}\nWhat there is: cairn help`)
  return misused
}

async function run(command: CliCommand, args: readonly string[]): Promise<number> {
  const given = readArguments(args, [...(command.switches ?? []), 'help'])
  if (given.flags.help !== undefined || args.includes('-h')) return printHelpOf(command)
  try {
    return await command.run(given)
  } catch (error) {
    // What stops a command has words for the person; where it happened helps only who writes the program.
    console.error(error instanceof Error ? error.message : String(error))
    return failed
  }
}

async function spaceCommands(): Promise<CliCommand[]> {
  const { spaces } = await import('./spaces.ts')
  return spaces
    .flatMap((space) => space.commands)
    .map(({ name, about, run }) => ({
      ...{ name, about, usage: '', details: [] },
      run: () => run({ input: process.stdin, output: process.stdout }),
    }))
}

async function printVersion() {
  const { version } = await import('./version.ts')
  console.log(version)
  return done
}

function printHelp(all: readonly CliCommand[], [name]: readonly string[]): number {
  const asked = all.find((command) => command.name === name)
  if (asked) return printHelpOf(asked)
  const rows = [...all, { name: 'version', about: 'prints the version' }]
  const list = rows.map((row) => `  ${row.name.padEnd(10)} ${row.about}`).join('\n')
  console.log(`Usage: cairn COMMAND\n\n${list}\n\nMore about one: cairn COMMAND --help`)
  console.log(`Exit codes: ${done} all is well; ${failed} it failed or something is wrong; ${misused} unknown words.`)
  return done
}

function printHelpOf({ name, usage, about, details }: CliCommand): number {
  console.log([`Usage: cairn ${name} ${usage}`.trimEnd(), '', about, ...details].join('\n'))
  return done
}

process.exitCode = await main(process.argv.slice(2))
