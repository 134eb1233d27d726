/** Runs the programs that npm installed. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** A test that computes for ever cannot be stopped from inside. */
const limit = 30 * 60_000

interface Options {
  cwd?: string
  env?: NodeJS.ProcessEnv
}

export interface Outcome {
  succeeded: boolean
  /** Empty when the program printed straight to the terminal. */
  output: string
}

/** Runs a program whose output is wanted only later, or only if it fails. */
export function runQuietly(command: string, parts: string[], options: Options = {}) {
  return start([command, ...parts], { ...options, stdio: 'pipe' })
}

/** Runs a program that speaks to the terminal itself. */
export function runAloud(command: string, parts: string[], options: Options = {}) {
  return start([command, ...parts], { ...options, stdio: 'inherit' })
}

/** How long `work` took, as a person reads it. */
export async function timed<Result>(work: () => Promise<Result>) {
  const begin = performance.now()
  const result = await work()
  return { result, time: `${((performance.now() - begin) / 1000).toFixed(1)} s` }
}

function start(
  [command = '', ...parts]: string[],
  { cwd = root, env, stdio }: Options & { stdio: 'pipe' | 'inherit' },
) {
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`
  const child = spawn(command, parts, {
    cwd,
    env: { ...process.env, ...env, PATH },
    stdio: ['ignore', stdio, stdio],
    timeout: limit,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise<Outcome>((resolve) => {
    child.on('error', (error) => resolve({ succeeded: false, output: error.message }))
    child.on('close', (code) => resolve({ succeeded: code === 0, output }))
  })
}
