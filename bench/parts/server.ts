/** The real server in a process of its own, started as `npm start` does, with no limit on how often it is asked. */
import { join } from 'node:path'
import { startChild } from './child.ts'

export interface Server extends AsyncDisposable {
  address: string
  /**
   * The 99th percentile, in milliseconds, of the time between two ticks of a timer of 10 ms since this was asked last:
   * a loop that nobody keeps waiting answers 10 to 11.
   */
  loopDelay(): Promise<number>
}

interface Options {
  folder: string
  /** Empty for SQLite. */
  url?: string
  /** Writes that may share a commit; as many as usual unless told. */
  groupSize?: number
}

/** A minute: more than this machine can answer. */
const unlimited = '1000000'

const { PROFILE: profiles } = process.env
const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`]

export async function startServer({ folder, url = '', groupSize }: Options): Promise<Server> {
  const flags = {
    data: join(folder, 'data'),
    port: '0',
    'rate-limit-person': unlimited,
    'rate-limit-address': unlimited,
    'rate-limit-sign-in': unlimited,
    ...(url !== '' && { 'database-url': url }),
  }
  const child = await startChild({
    args: [
      'server-child.ts',
      String(groupSize ?? 'usual'),
      ...Object.entries(flags).flatMap(([n, v]) => [`--${n}`, v]),
    ],
    ready: /is ready at (\S+)/,
    log: join(folder, 'server.log'),
    options: ['--expose-gc', '--max-semi-space-size=4', ...profiling],
    environment: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '1048576', MALLOC_TRIM_THRESHOLD_: '1048576' },
  })
  return {
    address: child.said,
    loopDelay: () => readLoopDelay(child.said),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  }
}

async function readLoopDelay(address: string) {
  const page = await (await fetch(`${address}/metrics`)).text()
  const found = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(page)?.[1]
  if (found === undefined) throw new Error('The server does not tell how long its loop was kept')
  return Number(found) * 1000
}
