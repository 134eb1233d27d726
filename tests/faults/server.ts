/** The real server as a child process, marked so that whatever it leaves behind is found. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../src/main.ts')
const markName = 'CAIRN_TEST_MARK'

export interface Server {
  pid: number
  /** The address that it printed; rejects when it ends before. */
  ready: Promise<string>
  /** Everything it printed so far. */
  output(): string
  /** Everything it wrote to its log so far. */
  log(): string
  isAlive(): boolean
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

export interface Start {
  folder: string
  mark: string
  /** Names and values of more flags. */
  flags?: Record<string, string>
}

/** Nobody is slowed down here; limits have tests of their own. */
const usual = {
  port: '0',
  'log-level': 'warn',
  'stop-pause': '0',
  'rate-limit-person': '0',
  'rate-limit-address': '0',
  'rate-limit-sign-in': '0',
}

export function startServer({ folder, mark, flags = {} }: Start): Server {
  const given = Object.entries({ ...usual, data: folder, ...flags })
  const child = spawn(process.execPath, [main, ...given.map(([name, value]) => `--${name}=${value}`)], {
    cwd: folder,
    env: { PATH: process.env.PATH, [markName]: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const texts = { out: '', log: '' }
  const exited = once(child, 'exit')
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.log += text))
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = /is ready at (\S+)/.exec(texts.out)?.[1]
      if (address) resolve(address)
    })
    void exited.then(() => reject(new Error(`The server ended before it was ready: ${texts.out}${texts.log}`)))
  })
  ready.catch(() => {})
  const isAlive = () => child.exitCode === null && child.signalCode === null
  return {
    pid: child.pid ?? 0,
    ready,
    output: () => texts.out,
    log: () => texts.log,
    isAlive,
    async kill(signal) {
      child.kill(signal)
      if (isAlive()) await exited
      return child.exitCode
    },
  }
}

/** Ids of living processes that carry the mark; undefined where the system does not tell. */
export function markedProcesses(mark: string): { pid: number; command: string }[] | undefined {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return pids.flatMap((pid) => {
      const environment = readOrNothing(`/proc/${pid}/environ`)
      if (!environment.split('\0').includes(`${markName}=${mark}`)) return []
      return [{ pid: Number(pid), command: readOrNothing(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') }]
    })
  } catch {
    return undefined
  }
}

function readOrNothing(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
