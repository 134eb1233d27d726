/** Cairn as people run it: a process of its own on a folder of its own. It can be killed and started again. */
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export interface Server {
  /** `http://127.0.0.1:43210` */
  readonly address: string
  /** The one-time link for the first administrator. */
  readonly firstLink: string
  stop(): Promise<void>
}

export interface ServerProcess extends Server {
  /** Ends the process at once, without a chance to tidy up. */
  kill(): Promise<void>
  /** Starts on the same folder and the same port. */
  start(): Promise<void>
  /** Holds the analyser still, as a long text would. It has to run already. */
  holdAnalyser(): void
  releaseAnalyser(): void
}

type Process = ChildProcessByStdio<null, Readable, null>

const root = join(import.meta.dirname, '../../..')
const patience = 30_000
/** All stories come from one address, and sooner after one another than people. */
const asManyVisitors = ['--rate-limit-address', '0', '--rate-limit-sign-in', '0', '--stop-pause', '0']

export async function startServer(): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-story-'))
  let running = run(folder, '0')
  const output = await readUntil(running, /works once\): \S+/)
  const [address = '', firstLink = ''] = output.match(/http:\/\/\S+/g) ?? []
  let held: number[] = []
  const end = async (signal: NodeJS.Signals) => {
    if (running.exitCode !== null || running.signalCode !== null) return
    const ended = once(running, 'exit')
    running.kill(signal)
    await ended
  }
  return {
    address,
    firstLink,
    async kill() {
      await end('SIGKILL')
      send('SIGKILL', held.splice(0))
    },
    async start() {
      running = run(folder, new URL(address).port)
      await readUntil(running, /is ready at/)
    },
    holdAnalyser() {
      held = childrenOf(running)
      send('SIGSTOP', held)
    },
    releaseAnalyser: () => send('SIGCONT', held.splice(0)),
    async stop() {
      send('SIGCONT', held.splice(0))
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function run(folder: string, port: string): Process {
  const flags = ['--data', folder, '--port', port, '--log-level', 'error', ...asManyVisitors]
  return spawn(process.execPath, ['src/main.ts', ...flags], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** What the process printed up to the words that are waited for. Later output is thrown away. */
async function readUntil(server: Process, words: RegExp): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let output = ''
  const read = (chunk: Buffer) => {
    output += chunk.toString()
    if (words.test(output)) resolve(output)
  }
  const ended = () => reject(new Error(`The server ended early. It printed:\n${output}`))
  const late = setTimeout(() => reject(new Error(`The server did not start in time:\n${output}`)), patience)
  server.stdout.on('data', read)
  server.once('exit', ended)
  return promise.finally(() => {
    clearTimeout(late)
    server.off('exit', ended)
    server.stdout.off('data', read).resume()
  })
}

function childrenOf({ pid }: Process) {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
  const children = stdout.trim().split('\n').filter(Boolean).map(Number)
  if (children.length === 0) throw new Error('The server has no analyser at work')
  return children
}

/** Whoever has ended meanwhile needs no signal. */
function send(signal: NodeJS.Signals, processes: readonly number[]) {
  for (const id of processes) {
    try {
      process.kill(id, signal)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }
}
