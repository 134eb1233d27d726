/** The address that people open. */
import type { Config } from '#core/config'

/** Behind a proxy the one that was configured, otherwise this machine with `port`. */
export function addressOf({ publicAddress, host }: Pick<Config, 'publicAddress' | 'host'>, port: number) {
  if (publicAddress) return publicAddress.replace(/\/$/, '')
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
