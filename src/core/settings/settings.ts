/**
 * Settings that people change while Cairn runs: a person's own, and the installation's. Each is declared once with its
 * scope, its check and its default; what nobody declared is refused. (What is read at the start is `config`.)
 */
import { Problem, invalidRequest } from '#contract/problem'
import type { Db, Reader, Tx } from '#core/db'
import type { Events } from '#core/events'
import { fromJson, toJson } from '#std/json'
import { SettingValue, unknownSetting, type Settings as SettingsReply, type SettingValues } from './contract.ts'
import type { SettingDefinition } from './definition.ts'
import { settingsTables } from './schema.ts'

export { settingsMigrations } from './schema.ts'
export { settingRecords } from './personal.ts'
export { defineSetting, type SettingDefinition } from './definition.ts'

export interface Settings {
  register(setting: SettingDefinition): void
  /** The value a person set, or the default. Installation settings are read with no owner. */
  read(name: string, owner?: string): Promise<SettingValue>
  /** Those of the installation, each with its default. */
  explainInstallation(): Promise<InstallationSetting[]>
  handlers: ReturnType<typeof settingsHandlers>
}

export interface InstallationSetting {
  name: string
  value: SettingValue
  fallback: SettingValue
  /** Whether the value is another one than the default. */
  isChanged: boolean
}

interface Needs {
  db: Db
  events: Events
  now: () => number
}
type Context = Needs & { definitions: ReadonlyMap<string, SettingDefinition> }
type Scope = SettingDefinition['scope']

const installation = 'installation'

export function createSettings(needs: Needs): Settings {
  const definitions = new Map<string, SettingDefinition>()
  const context = { ...needs, definitions }
  return {
    register(setting) {
      if (definitions.has(setting.name)) throw new Error(`The setting ${setting.name} is declared twice`)
      definitions.set(setting.name, setting)
    },
    async read(name, owner = installation) {
      const definition = definitions.get(name)
      if (!definition) throw new Error(`Nobody declared the setting ${name}`)
      const values = await readAll(context, needs.db.read, { scope: definition.scope, owner })
      return values[name] ?? definition.fallback
    },
    explainInstallation: () => explainInstallation(context),
    handlers: settingsHandlers(context),
  }
}

async function explainInstallation(context: Context): Promise<InstallationSetting[]> {
  const values = await readAll(context, context.db.read, { scope: 'installation', owner: installation })
  return Object.entries(values).map(([name, value]) => {
    const fallback = context.definitions.get(name)?.fallback ?? value
    return { name, value, fallback, isChanged: toJson(value) !== toJson(fallback) }
  })
}

interface Caller {
  id: string
  role: string
}
interface Change {
  caller: Caller
  body: SettingValues
}

function settingsHandlers(context: Context) {
  return {
    getSettings: (_: unknown, { caller }: { caller: Caller }) => readFor(context, caller),
    async updateSettings(_: unknown, { caller, body }: Change) {
      await update(context, { scope: 'person', owner: caller.id, actor: caller.id }, body)
      return readFor(context, caller)
    },
    async updateInstallationSettings(_: unknown, { caller, body }: Change) {
      await update(context, { scope: 'installation', owner: installation, actor: caller.id }, body)
      return readFor(context, caller)
    },
  }
}

async function readFor(context: Context, { id, role }: Caller): Promise<SettingsReply> {
  const { read } = context.db
  const mine = await readAll(context, read, { scope: 'person', owner: id })
  if (role !== 'administrator') return { mine, installation: null }
  return { mine, installation: await readAll(context, read, { scope: 'installation', owner: installation }) }
}

interface Target {
  scope: Scope
  owner: string
}

async function readAll({ definitions }: Context, reader: Reader, { scope, owner }: Target): Promise<SettingValues> {
  const rows = await settingsTables(reader).selectFrom('settings').selectAll().where('owner', '=', owner).execute()
  const stored = new Map(rows.map(({ name, value }) => [name, value]))
  const declared = [...definitions.values()].filter((definition) => definition.scope === scope)
  return Object.fromEntries(
    declared.map(({ name, schema, fallback }) => {
      const text = stored.get(name)
      // What an earlier version took may be no value of this one.
      const parsed = text === undefined ? undefined : schema.safeParse(fromJson(SettingValue, text))
      return [name, parsed?.success ? parsed.data : fallback]
    }),
  )
}

async function update(context: Context, target: Target & { actor: string }, values: SettingValues) {
  const checked = Object.entries(values).map(
    ([name, value]) => [name, check(context, target.scope, { name, value })] as const,
  )
  await context.db.write(async (tx) => {
    for (const [name, value] of checked) await store(context, tx, { ...target, name, value })
    await context.events.append(tx, {
      name: 'settings.settings-changed',
      topic: 'settings',
      entity: target.owner,
      owner: target.scope === 'person' ? target.owner : '',
      actor: target.actor,
      payload: { names: Object.keys(values) },
    })
  })
}

function check({ definitions }: Context, scope: Scope, { name, value }: { name: string; value: SettingValue }) {
  const definition = definitions.get(name)
  if (definition?.scope !== scope) throw new Problem(unknownSetting, `There is no setting “${name.slice(0, 100)}”.`)
  const parsed = definition.schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ message }) => ({ path: name, message }))
  throw new Problem(invalidRequest, `“${name}” cannot have this value.`, errors)
}

async function store({ now }: Context, tx: Tx, row: { owner: string; name: string; value: SettingValue }) {
  const { owner, name, value } = row
  const change = { value: toJson(value), at: now() }
  await settingsTables(tx)
    .insertInto('settings')
    .values({ owner, name, ...change })
    .onConflict((conflict) => conflict.columns(['owner', 'name']).doUpdateSet(change))
    .execute()
}
