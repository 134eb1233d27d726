/** The manifest of a space: everything it brings, in one object. The core walks the list and knows no space by name. */
import type { Readable, Writable } from 'node:stream'
import type { z } from 'zod'
import type { Api, Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { MigrationSet } from '#core/db'
import type { GraphSource } from '#core/graph'
import { mounted, type Mounted, type Visit } from '#core/http'
import type { JobDefinition } from '#core/jobs'
import type { NotificationSource } from '#core/notifications'
import type { PersonalRecords } from '#core/personal'
import type { SampleContent } from '#core/sample'
import type { SearchSource } from '#core/search'
import type { SettingDefinition } from '#core/settings'
import type { ChangeKind } from '#core/undo'
import type { Core } from './core.ts'

/** A command of the CLI; answers its exit code. */
export interface Command {
  name: string
  about: string
  run(io: { input: Readable; output: Writable }): Promise<number>
}

/** A space at work in one app. */
export interface OpenSpace {
  mounted: Mounted
  registerJobs(): void
  search: readonly SearchSource[]
  graph: readonly GraphSource[]
  changes: readonly ChangeKind[]
  sample: SampleContent | undefined
  close(): Promise<void>
}

export interface Space {
  name: string
  migrations: MigrationSet
  settings: readonly SettingDefinition[]
  commands: readonly Command[]
  /** What it keeps of people: how that is exported and erased. */
  records: PersonalRecords
  /** What of its events people should hear. */
  notifications: readonly NotificationSource[]
  api: Api
  open(core: Core): OpenSpace
}

interface Definition<A extends Api, Own extends object> extends Pick<
  Space,
  'name' | 'migrations' | 'settings' | 'commands' | 'records' | 'notifications'
> {
  api: A
  handlers: Handlers<A, Core & Own, Caller, Visit>
  jobs: readonly JobDefinition<z.ZodType, Core & Own>[]
  search: readonly SearchSource[]
  graph: readonly GraphSource[]
  changes(core: Core): readonly ChangeKind[]
  /** What it brings to look at before there is anything real. */
  sample?(core: Core): SampleContent
  /** What the space holds while the app runs, beside the core. */
  hold(core: Core): Own
  release(own: Own): Promise<void>
}

/** Declares a space and folds its own types in. */
export function defineSpace<A extends Api, Own extends object>(definition: Definition<A, Own>): Space {
  const { name, migrations, settings, commands, records, notifications, api, handlers, jobs, search, graph } =
    definition
  return {
    name,
    migrations,
    settings,
    commands,
    records,
    notifications,
    api,
    open(core) {
      const own = definition.hold(core)
      const context = { ...core, ...own }
      return {
        mounted: mounted(api, handlers, context),
        registerJobs: () => jobs.forEach((job) => core.jobs.register(job, context)),
        search,
        graph,
        changes: definition.changes(core),
        sample: definition.sample?.(core),
        close: () => definition.release(own),
      }
    },
  }
}
