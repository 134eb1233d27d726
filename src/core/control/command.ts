/** A control command, and how one is run. */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import type { Log } from '#core/observability'

export interface Exchange {
  /** Tells the person a line. */
  say(words: string): void
  /** Aborted when the person has gone, or the server stops. */
  signal: AbortSignal
}

interface Definition<Input extends z.ZodType> {
  /** `user.add` */
  name: `${string}.${string}`
  input: Input
  /** Answers whether all is well. */
  run(input: z.output<Input>, exchange: Exchange): Promise<boolean>
}

/** A command with the type of its input folded in. */
export interface ControlCommand {
  name: string
  run(input: unknown, exchange: Exchange): Promise<boolean>
}

export function defineControl<Input extends z.ZodType>({ name, input, run }: Definition<Input>): ControlCommand {
  return { name, run: (given, exchange) => run(input.parse(given), exchange) }
}

interface Running {
  commands: readonly ControlCommand[]
  log: Pick<Log, 'error'>
}

/** Runs the command called `name`. Refusals and failures are said in words and answer false. */
export async function runControl(
  { commands, log }: Running,
  { name, input }: { name: string; input: unknown },
  exchange: Exchange,
): Promise<boolean> {
  const command = commands.find((one) => one.name === name)
  if (!command) {
    exchange.say(`The running server does not know “${name}”: it is of another version. Start it again.`)
    return false
  }
  try {
    return await command.run(input, exchange)
  } catch (error) {
    if (!exchange.signal.aborted) exchange.say(wordsOf(error))
    if (!isExpected(error) && !exchange.signal.aborted) log.error({ err: error, command: name }, 'a command failed')
    return false
  }
}

const isExpected = (error: unknown) => error instanceof Problem || error instanceof z.ZodError

function wordsOf(error: unknown) {
  if (error instanceof Problem) return error.message
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join(' ')
  return `Something broke: ${error instanceof Error ? error.message : String(error)}`
}
