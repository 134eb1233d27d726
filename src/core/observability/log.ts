/** JSON lines on standard error. Fields that could hold a secret are struck out wherever they stand. */
import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

const secret = ['password', 'token', 'accessToken', 'authorization', 'cookie', 'email']
const paths = secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.headers["${name}"]`])

export function createLog({ level, to }: { level: string; to?: DestinationStream }): Log {
  const destination = to ?? pino.destination({ dest: 2, sync: true })
  return pino({ level, redact: { paths, censor: '(kept out)' }, base: null }, destination)
}
