/**
 * Configuration: defaults, then `cairn.json`, then `.env` and the environment (`NAME` or `NAME_FILE`), then flags.
 * All mistakes are listed at once. Each value remembers where it came from. Nobody else reads the environment.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { settingsOfStart, type StartSetting } from './start-settings.ts'

export { loadSecrets, type Secrets } from './secrets.ts'

export const Role = z.enum(['all', 'api', 'worker', 'scheduler'])
/** What of Cairn a process does: answer requests, run jobs, or keep the log and the schedule. */
export type Role = z.infer<typeof Role>

/** A whole number from `least` to `most`. */
const wholeNumber = (most: number, least = 0) => {
  const words = `this is a number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,7}$/, words)
    .transform(Number)
    .pipe(z.int().min(least, words).max(most, words))
}

const origin = z
  .string()
  .refine((text) => URL.parse(text)?.origin === text, 'write an origin, such as https://a.example')

/** Separated by commas. */
const listOf = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((text) => (text === '' ? [] : text.split(',').map((part) => part.trim())))
    .pipe(z.array(item))

const Fields = z.object({
  role: Role,
  data: z.string().min(1),
  databaseUrl: z.union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://…' })]),
  databaseConnections: wholeNumber(200, 2),
  host: z.string().min(1),
  port: z
    .string()
    .regex(/^\d{1,5}$/, 'a port is a number from 0 to 65535')
    .transform(Number)
    .pipe(z.int().max(65_535, 'a port is a number from 0 to 65535')),
  publicAddress: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  trustProxy: z.stringbool(),
  allowedOrigins: listOf(origin),
  rateLimitPerson: wholeNumber(1_000_000),
  rateLimitAddress: wholeNumber(1_000_000),
  rateLimitSignIn: wholeNumber(1_000_000),
  stopPause: wholeNumber(10_000),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  diskReserve: z
    .string()
    .regex(/^(auto|\d{1,7})$/, 'the reserve is a number of megabytes, or auto')
    .transform((text) => (text === 'auto' ? text : Number(text))),
  metricsToken: z.string(),
})
export const Config = Fields.refine(({ role, databaseUrl }) => role === 'all' || databaseUrl !== '', {
  path: ['role'],
  error: 'several processes need PostgreSQL: set CAIRN_DATABASE_URL, or leave the role at all',
})
export type Config = z.infer<typeof Config>

/** What `cairn config explain` prints, one row a setting. */
export interface Explained {
  name: string
  value: string
  origin: string
  about: string
  /** What it is called in the environment and as a flag. */
  names: string[]
}

export interface Sources {
  flags: Record<string, string | undefined>
  environment: Record<string, string | undefined>
  /** Folder that holds `cairn.json` and `.env`. */
  folder: string
}

export class ConfigError extends Error {
  constructor(mistakes: readonly string[]) {
    super(`The configuration is not valid:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

interface Found {
  value: string
  origin: string
}

/** Reads every source. Throws a `ConfigError` that lists all mistakes. */
export function loadConfig(sources: Sources): { config: Config; explained: Explained[] } {
  const mistakes: string[] = []
  const environment = { ...readDotEnv(sources.folder), ...sources.environment }
  const file = readFile(sources.folder, mistakes)
  mistakes.push(...unknownNames({ ...sources, environment }, file))
  const found = settingsOfStart.map((setting) => ({
    setting,
    ...find({ setting, flags: sources.flags, environment, file }, mistakes),
  }))
  const parsed = Config.safeParse(Object.fromEntries(found.map(({ setting, value }) => [setting.name, value])))
  if (!parsed.success) mistakes.push(...parsed.error.issues.map((issue) => describeIssue(issue, found)))
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes)
  return { config: parsed.data, explained: found.map(explain) }
}

/** The process's own sources. */
export function processSources(flags: Sources['flags']): Sources {
  return { flags, environment: process.env, folder: process.cwd() }
}

interface Search {
  setting: StartSetting
  flags: Record<string, string | undefined>
  environment: Record<string, string | undefined>
  file: Record<string, unknown>
}

function find({ setting, flags, environment, file }: Search, mistakes: string[]): Found {
  const flag = flags[setting.flag]
  if (flag !== undefined) return { value: flag, origin: `--${setting.flag}` }
  const direct = environment[setting.environment]
  if (direct !== undefined && direct !== '') return { value: direct, origin: setting.environment }
  const path = environment[`${setting.environment}_FILE`]
  if (path) return { value: readSecretFile(path, mistakes), origin: `${setting.environment}_FILE` }
  const listed = file[setting.name]
  if (listed !== undefined)
    return { value: typeof listed === 'string' ? listed : JSON.stringify(listed), origin: 'cairn.json' }
  return { value: setting.fallback, origin: 'default' }
}

function readSecretFile(path: string, mistakes: string[]) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    mistakes.push(`the file ${path} cannot be read`)
    return ''
  }
}

function readDotEnv(folder: string) {
  const path = `${folder}/.env`
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
}

function readFile(folder: string, mistakes: string[]): Record<string, unknown> {
  const path = `${folder}/cairn.json`
  if (!existsSync(path)) return {}
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    mistakes.push('cairn.json is not a JSON object')
    return {}
  }
}

/** Names kept for tests and measurements, which are no settings. */
const foreignNames = /^CAIRN_(TEST|EVALUATION)_/

function unknownNames({ flags, environment }: Sources, file: Record<string, unknown>) {
  const known = new Set(settingsOfStart.flatMap((s) => [s.environment, `${s.environment}_FILE`, `--${s.flag}`, s.name]))
  const used = [
    ...Object.keys(flags).map((flag) => `--${flag}`),
    ...Object.keys(environment).filter((name) => name.startsWith('CAIRN_') && !foreignNames.test(name)),
    ...Object.keys(file),
  ]
  return used.filter((name) => !known.has(name)).map((name) => `${name} is not a setting of Cairn`)
}

function describeIssue(issue: z.core.$ZodIssue, found: readonly (Found & { setting: StartSetting })[]) {
  const source = found.find(({ setting }) => setting.name === issue.path[0])
  return `${source?.setting.name ?? 'a setting'} (${source?.origin ?? 'unknown'}): ${issue.message}`
}

function explain({ setting, value, origin }: Found & { setting: StartSetting }): Explained {
  const shown = setting.isSecret && value !== '' ? '(set)' : value
  return {
    name: setting.name,
    value: shown,
    origin,
    about: setting.about,
    names: [setting.environment, `--${setting.flag}`],
  }
}
