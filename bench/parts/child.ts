/** A process of its own, so that what is measured and what measures it share no loop. */
import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Child extends AsyncDisposable {
  /** What it printed when it was ready, found by the pattern. */
  said: string
  /** Asks it to end, and answers everything that it printed. */
  stop(): Promise<string>
}

interface Start {
  /** A file of this folder and what follows it. */
  args: readonly string[]
  /** Its first group is what `said` becomes. */
  ready: RegExp
  /** Where standard error goes; this terminal unless told. */
  log?: string
  options?: readonly string[]
  environment?: Record<string, string>
}

export async function startChild({ args: [file = '', ...args], ready, log, ...more }: Start): Promise<Child> {
  const { options = [], environment = {} } = more
  const errors = log === undefined ? 'inherit' : openSync(log, 'a')
  const child = spawn(process.execPath, [...options, join(import.meta.dirname, file), ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', errors],
  })
  if (typeof errors === 'number') closeSync(errors)
  const ended = once(child, 'close')
  let text = ''
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const found = ready.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => reject(new Error(`${file} ended before it was ready: ${text}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    return text
  }
  return { said, stop, [Symbol.asyncDispose]: async () => void (await stop()) }
}
