/** The composition root: the only file that knows everybody. Nothing is started before `start`. */
import { randomUUIDv7 } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { FastifyInstance } from 'fastify'
import { accountApi } from '#core/auth/contract'
import { jobsApi } from '#core/jobs/contract'
import { healthApi } from '#core/observability/contract'
import { searchApi } from '#core/search/contract'
import { settingsApi } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { authMigrations, createAuth, type Auth } from '#core/auth'
import type { Config, Secrets } from '#core/config'
import { openDatabase } from '#core/db'
import { createEvents, eventsMigrations } from '#core/events'
import { createFiles, filesMigrations } from '#core/files'
import { createGraph, graphMigrations } from '#core/graph'
import { createHttp, mounted, type Mounted } from '#core/http'
import { createJobs, defineJob, jobsMigrations } from '#core/jobs'
import { createMetrics, healthHandlers, type Log, type Readiness } from '#core/observability'
import { createLive, createSignals, type Live } from '#core/realtime'
import { createSearch, searchMigrations, type Search } from '#core/search'
import { createSettings, defineSetting, settingsMigrations } from '#core/settings'
import { createUndo, undoMigrations } from '#core/undo'
import { day } from '#std/duration'
import type { Core } from './core/core.ts'
import type { OpenSpace, Space } from './core/space.ts'

export interface AppNeeds {
  config: Config
  secrets: Secrets
  log: Log
  spaces: readonly Space[]
  version: string
  /** Folder of the built web; left out, the api is served alone. */
  web?: string
  now?: () => number
}

export interface App {
  http: FastifyInstance
  auth: Auth
  /** Takes up the jobs and the log, and lets traffic in. */
  start(): Promise<void>
  /** Refuses new traffic, finishes what runs, closes the record. */
  stop(): Promise<void>
}

const coreMigrations = [
  eventsMigrations,
  jobsMigrations,
  filesMigrations,
  searchMigrations,
  graphMigrations,
  undoMigrations,
  settingsMigrations,
  authMigrations,
]

const appearance = defineSetting({
  name: 'appearance.theme',
  scope: 'person',
  schema: z.enum(['system', 'light', 'dark']),
  fallback: 'system',
})

/** Brings the record up to date and puts everything together. */
export async function createApp(needs: AppNeeds): Promise<App> {
  const { config, log, spaces, version } = needs
  const parts = await createParts(needs)
  const { core, search } = parts
  const auth = await createAuth({ ...core, secrets: needs.secrets, version, spaces: spaces.map(({ name }) => name) })
  core.settings.register(appearance)
  core.jobs.register(core.undo.expiry, core)
  core.jobs.register(tidying({ auth, core }), core)
  const open = spaces.map((space) => openSpace(space, { core, search }))
  const readiness = { isReady: false }
  const live = createLive({ ...parts, ...core, identify: auth.identify })
  const http = await createHttp({
    ...config,
    ...parts,
    apis: [...coreApis({ core, search, auth, readiness }), ...open.map((space) => space.mounted)],
    identify: auth.identify,
    log,
    readiness,
    version,
    web: needs.web && existsSync(needs.web) ? needs.web : undefined,
    acceptLive: live.accept,
  })

  return { http, auth, ...lifecycle({ core, http, live, open, readiness }) }
}

interface Living {
  core: Core
  http: FastifyInstance
  live: Live
  open: readonly OpenSpace[]
  readiness: Readiness
}

/** The order matters: nothing may use what is not there yet, or not any more. */
function lifecycle({ core, http, live, open, readiness }: Living): Pick<App, 'start' | 'stop'> {
  return {
    async start() {
      await core.events.start()
      await live.start()
      await core.jobs.start()
      readiness.isReady = true
    },
    async stop() {
      readiness.isReady = false
      await live.stop()
      await http.close()
      await core.jobs.stop()
      await core.events.stop()
      await Promise.all(open.map((space) => space.close()))
      await core.db.close()
    },
  }
}

async function createParts({ config, log, spaces, now = Date.now }: AppNeeds) {
  const db = openDatabase({ folder: config.data, log })
  await db.migrate([...coreMigrations, ...spaces.map(({ migrations }) => migrations)], now())
  const metrics = createMetrics()
  const signals = createSignals()
  const basics = { db, log, metrics, signals, now, newId: () => randomUUIDv7(), random: Math.random }
  const parts = { ...basics, events: createEvents(basics) }
  const core: Core = {
    ...parts,
    jobs: createJobs(parts),
    undo: createUndo(parts),
    settings: createSettings(parts),
    graph: createGraph(parts),
    files: createFiles({ ...parts, folder: join(config.data, 'files') }),
  }
  return { core, metrics, signals, search: createSearch(parts) }
}

interface Served {
  core: Core
  search: Search
  auth: Auth
  readiness: Readiness
}

function coreApis({ core, search, auth, readiness }: Served): Mounted[] {
  return [
    mounted(healthApi, healthHandlers(readiness), core),
    mounted(accountApi, auth.handlers, core),
    mounted(jobsApi, core.jobs.handlers, core),
    mounted(searchApi, search.handlers, core),
    mounted(undoApi, core.undo.handlers, core),
    mounted(settingsApi, core.settings.handlers, core),
  ]
}

function openSpace(space: Space, { core, search }: { core: Core; search: Search }): OpenSpace {
  for (const setting of space.settings) core.settings.register(setting)
  const open = space.open(core)
  open.registerJobs()
  for (const source of open.search) search.register(source)
  for (const source of open.graph) core.graph.register(source)
  for (const change of open.changes) core.undo.register(change)
  return open
}

const noPayload = z.object({})

/** Once a day: bytes that belong to nobody, and sign-ins that nobody can renew. */
function tidying({ auth, core }: { auth: Auth; core: Core }) {
  return defineJob({
    kind: 'core.tidy',
    payload: noPayload,
    steps: ['files', 'sign-ins'],
    every: day,
    async run(_: Core, work) {
      await work.step('files', z.int(), () => core.files.sweep(day))
      await work.write('sign-ins', auth.prune)
    },
  })
}
