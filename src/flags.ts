/** Words and flags of the command line: `word`, `--name value` or `--name=value`. */
import { parseArgs } from 'node:util'
import { ConfigError } from '#core/config'

export interface Arguments {
  words: string[]
  flags: Record<string, string>
}

/** Every flag with its value; a flag without a value, and each of `switches`, counts as `true`. */
export function readArguments(args: readonly string[], switches: readonly string[] = []): Arguments {
  const { tokens } = parseArgs({ args: pairUp(args, switches), strict: false, tokens: true })
  const words: string[] = []
  const flags: Record<string, string> = {}
  for (const token of tokens) {
    if (token.kind === 'option') flags[token.name] = token.value ?? 'true'
    if (token.kind === 'positional') words.push(token.value)
  }
  return { words, flags }
}

/** Flags alone; other words are refused. */
export function readFlags(args: readonly string[]): Record<string, string> {
  const { words, flags } = readArguments(args)
  if (words.length > 0) throw new ConfigError(words.map((word) => `“${word}” is not understood here`))
  return flags
}

/** Joins `--name value` to `--name=value`, so that values need not be declared. */
function pairUp(args: readonly string[], switches: readonly string[]): string[] {
  const joined: string[] = []
  for (const arg of args) {
    const last = joined.at(-1)
    const waits = last?.startsWith('--') && !last.includes('=') && !switches.includes(last.slice(2))
    if (waits && !arg.startsWith('--')) joined[joined.length - 1] = `${last}=${arg}`
    else joined.push(arg)
  }
  return joined
}
