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
    name: 'databaseUrl',
    flag: 'database-url',
    environment: 'CAIRN_DATABASE_URL',
    fallback: '',
    about: 'PostgreSQL database of the record, postgres://…; without one it is a SQLite file in the data folder',
    isSecret: true,
  },
  {
    name: 'databaseConnections',
    flag: 'database-connections',
    environment: 'CAIRN_DATABASE_CONNECTIONS',
    fallback: '20',
    about: 'most connections to PostgreSQL that this process reads and writes with, half for each; from 2 to 200',
  },
  {
    name: 'role',
    flag: 'role',
    environment: 'CAIRN_ROLE',
    fallback: 'all',
    about: 'what this process does: all, api, worker or scheduler; one of each or more share a PostgreSQL database',
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
    name: 'allowedOrigins',
    flag: 'allowed-origins',
    environment: 'CAIRN_ALLOWED_ORIGINS',
    fallback: '',
    about: 'pages of other sites that may call the api with a key: https://a.example,https://b.example',
  },
  {
    name: 'rateLimitPerson',
    flag: 'rate-limit-person',
    environment: 'CAIRN_RATE_LIMIT_PERSON',
    fallback: '1200',
    about: 'requests a minute of one person, and of one key; 0 sets no limit',
  },
  {
    name: 'rateLimitAddress',
    flag: 'rate-limit-address',
    environment: 'CAIRN_RATE_LIMIT_ADDRESS',
    fallback: '600',
    about: 'requests a minute of one address when nobody is signed in; 0 sets no limit',
  },
  {
    name: 'rateLimitSignIn',
    flag: 'rate-limit-sign-in',
    environment: 'CAIRN_RATE_LIMIT_SIGN_IN',
    fallback: '20',
    about: 'attempts a minute of one address to sign in, to register or to reset a password; 0 sets no limit',
  },
  {
    name: 'stopPause',
    flag: 'stop-pause',
    environment: 'CAIRN_STOP_PAUSE',
    fallback: '500',
    about: 'milliseconds between “not ready” and the end of listening, for a balancer to notice',
  },
  {
    name: 'logLevel',
    flag: 'log-level',
    environment: 'CAIRN_LOG_LEVEL',
    fallback: 'info',
    about: 'fatal, error, warn, info, debug, trace or silent',
  },
  {
    name: 'diskReserve',
    flag: 'disk-reserve',
    environment: 'CAIRN_DISK_RESERVE',
    fallback: 'auto',
    about: 'megabytes of the disk to keep free; auto is 512, or 2 % of a small disk; 0 keeps none',
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
