/** As many requests as fit: autocannon in a process of its own, each connection kept and asking again when answered. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export interface Request {
  url: string
  token?: string
  /** Sent as JSON with POST; without one it is a GET. */
  body?: object
}

export interface Answered {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

const Report = z.object({
  requests: z.object({ total: z.int() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  duration: z.number(),
  '2xx': z.int(),
  non2xx: z.int(),
  errors: z.int(),
})

const autocannon = fileURLToPath(import.meta.resolve('autocannon'))
const run = promisify(execFile)

/** Throws when a single request is refused. */
export async function load(request: Request, { connections, seconds }: { connections: number; seconds: number }) {
  const options = ['--json', '--connections', String(connections), '--duration', String(seconds), ...toOptions(request)]
  const { stdout } = await run(process.execPath, [autocannon, ...options], { maxBuffer: 1e8 })
  const { latency, duration, '2xx': answered, non2xx, errors } = Report.parse(JSON.parse(stdout))
  if (non2xx + errors > 0) throw new Error(`${non2xx} of the requests to ${request.url} were refused, ${errors} broke`)
  return { perSecond: answered / duration, p50: latency.p50, p99: latency.p99 } satisfies Answered
}

const toOptions = ({ url, token, body }: Request) => [
  ...(token === undefined ? [] : ['--headers', `authorization=Bearer ${token}`]),
  ...(body ? ['--method', 'POST', '--headers', 'content-type=application/json', '--body', JSON.stringify(body)] : []),
  url,
]
