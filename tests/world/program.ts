/** The program as its own process, with none of the settings of whoever runs the tests. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { eventually } from './world.ts'

const root = join(import.meta.dirname, '../..')

export interface Program extends AsyncDisposable {
  /** What it printed so far, to both streams. */
  output(): string
  /** Waits for these words and answers everything printed so far. */
  says(words: string): Promise<string>
  signal(name: NodeJS.Signals): void
  /** The exit code. */
  ended: Promise<number | null>
}

export interface Start {
  /** `src/cli.ts` or `src/main.ts`, with what follows it. */
  args: readonly string[]
  /** The working folder. */
  folder: string
  environment?: Record<string, string>
}

export function startProgram({ args: [entry = '', ...args], folder, environment = {} }: Start): Program {
  const clean = Object.entries(process.env).filter(([name]) => !name.startsWith('CAIRN_'))
  const env = { ...Object.fromEntries(clean), ...environment }
  const child = spawn(process.execPath, [join(root, entry), ...args], { cwd: folder, env })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part))
  const ended = once(child, 'close').then(() => child.exitCode)
  return {
    output: () => text,
    says: (words) =>
      eventually(
        async () => text,
        (printed) => printed.includes(words),
      ),
    signal: (name) => void child.kill(name),
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
