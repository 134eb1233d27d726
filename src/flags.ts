/** Flags of the command line: `--name value` or `--name=value`. */
import { parseArgs } from 'node:util'
import { ConfigError } from '#core/config'

/** Every flag with its value; a flag without a value counts as `true`. Other words are refused. */
export function readFlags(args: readonly string[]): Record<string, string> {
  const { tokens } = parseArgs({ args: pairUp(args), strict: false, tokens: true })
  const flags: Record<string, string> = {}
  for (const token of tokens) {
    if (token.kind === 'option') flags[token.name] = token.value ?? 'true'
    if (token.kind === 'positional') throw new ConfigError([`“${token.value}” is not understood here`])
  }
  return flags
}

/** Joins `--name value` to `--name=value`, so that values need not be declared. */
function pairUp(args: readonly string[]): string[] {
  const joined: string[] = []
  for (const arg of args) {
    const last = joined.at(-1)
    if (last?.startsWith('--') && !last.includes('=') && !arg.startsWith('--'))
      joined[joined.length - 1] = `${last}=${arg}`
    else joined.push(arg)
  }
  return joined
}
