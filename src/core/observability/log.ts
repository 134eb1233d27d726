/**
 * JSON lines on standard error. What is logged while a request or a job is worked on carries its id. Fields that could
 * hold a secret are struck out wherever they stand, and so are secrets inside of texts, such as in an address.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { pino, type DestinationStream, type Logger } from 'pino'
import { gatherLines, type Gathering } from './gather-lines.ts'

export type Log = Logger

const secret = ['password', 'token', 'accessToken', 'authorization', 'cookie', 'email']
const paths = secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.headers["${name}"]`])
const censor = '(kept out)'

const context = new AsyncLocalStorage<Readonly<Record<string, string>>>()

/** Everything that is logged while `body` runs carries `fields`, and nothing of a context around it. */
export const withLogContext = <T>(fields: Readonly<Record<string, string>>, body: () => T): T =>
  context.run(fields, body)

export function createLog({ level, to }: { level: string; to?: DestinationStream }): Log {
  const destination = to ?? standardError()
  const mixin = () => ({ ...context.getStore() })
  const hooks = { streamWrite: withoutSecrets }
  return pino({ level, redact: { paths, censor }, base: null, mixin, hooks }, destination)
}

let ofProcess: Gathering | undefined

/** One for all logs of a process: it is emptied when the process ends. */
function standardError() {
  if (ofProcess) return ofProcess
  ofProcess = gatherLines(pino.destination({ dest: 2, sync: true }))
  process.on('exit', ofProcess.flush)
  return ofProcess
}

/** Lines in which none of this stands hold no secret that can be told from other words. */
const mayHoldSecret = /=|:\/\/|eyJ|bearer /i

const secretsInText: readonly RegExp[] = [
  // Queries and fragments of addresses, and forms.
  /([?&#](?:[a-z_-]*token|[a-z_-]*key|signature|password|secret|code)=)[^&#\s"'\\]+/gi,
  /(\bBearer )[\w.~+/-]+=*/gi,
  // Access tokens.
  /(\b)eyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g,
  // Name and password of an account in an address.
  /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s"'\\/@]+(?=@)/gi,
]

const withoutSecrets = (line: string) => (mayHoldSecret.test(line) ? strike(line) : line)

const strike = (line: string) => secretsInText.reduce((text, pattern) => text.replace(pattern, `$1${censor}`), line)
