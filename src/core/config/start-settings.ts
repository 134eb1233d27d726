/** The settings that are read at the start, with their names in each source. */
export interface StartSetting {
  name: string
  flag: string
  environment: `CAIRN_${string}`
  fallback: string
  about: string
  isSecret?: boolean
}

export const settingsOfStart: readonly StartSetting[] = [
  {
    name: 'data',
    flag: 'data',
    environment: 'CAIRN_DATA',
    fallback: './data',
    about: 'folder of the record, the files and the keys',
  },
  {
    name: 'host',
    flag: 'host',
    environment: 'CAIRN_HOST',
    fallback: '127.0.0.1',
    about: 'address to listen on; 0.0.0.0 serves the network',
  },
  {
    name: 'port',
    flag: 'port',
    environment: 'CAIRN_PORT',
    fallback: '8080',
    about: 'port to listen on; 0 takes a free one',
  },
  {
    name: 'publicAddress',
    flag: 'public-address',
    environment: 'CAIRN_PUBLIC_ADDRESS',
    fallback: '',
    about: 'address that people open, when a proxy stands in front',
  },
  {
    name: 'trustProxy',
    flag: 'trust-proxy',
    environment: 'CAIRN_TRUST_PROXY',
    fallback: 'false',
    about: 'believe X-Forwarded-* of a proxy on this machine or in its private network',
  },
  {
    name: 'logLevel',
    flag: 'log-level',
    environment: 'CAIRN_LOG_LEVEL',
    fallback: 'info',
    about: 'fatal, error, warn, info, debug, trace or silent',
  },
  {
    name: 'metricsToken',
    flag: 'metrics-token',
    environment: 'CAIRN_METRICS_TOKEN',
    fallback: '',
    about: 'bearer token for /metrics; without one only this machine may read it',
    isSecret: true,
  },
]
