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
import { createMetrics, healthHandlers, type Log } from '#core/observability'
import { createLive, createSignals } from '#core/realtime'
import { createSearch, searchMigrations } from '#core/search'
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
  const { config, log, spaces, version, now = Date.now } = needs
  const metrics = createMetrics()
  const db = openDatabase({ folder: config.data, log })
  await db.migrate([...coreMigrations, ...spaces.map(({ migrations }) => migrations)], now())
  const basics = { db, log, metrics, now, newId: () => randomUUIDv7(), random: Math.random, signals: createSignals() }
  const events = createEvents(basics)
  const parts = { ...basics, events }
  const search = createSearch(parts)
  const jobs = createJobs(parts)
  const undo = createUndo(parts)
  const settings = createSettings(parts)
  const core: Core = {
    ...parts,
    jobs,
    undo,
    settings,
    graph: createGraph(parts),
    files: createFiles({ ...parts, folder: join(config.data, 'files') }),
  }
  const auth = await createAuth({ ...core, secrets: needs.secrets, version, spaces: spaces.map(({ name }) => name) })
  settings.register(appearance)
  const open = spaces.map((space) => openSpace(space, core))
  for (const space of open) for (const source of space.search) search.register(source)
  jobs.register(undo.expiry, core)
  jobs.register(tidying({ auth, core }), core)
  const readiness = { isReady: false }
  const live = createLive({ ...parts, identify: auth.identify })
  const apis: Mounted[] = [
    mounted(healthApi, healthHandlers(readiness), core),
    mounted(accountApi, auth.handlers, core),
    mounted(jobsApi, jobs.handlers, core),
    mounted(searchApi, search.handlers, core),
    mounted(undoApi, undo.handlers, core),
    mounted(settingsApi, settings.handlers, core),
    ...open.map((space) => space.mounted),
  ]
  const web = needs.web && existsSync(needs.web) ? needs.web : undefined
  const http = await createHttp({
    ...config,
    apis,
    identify: auth.identify,
    log,
    metrics,
    readiness,
    version,
    web,
    acceptLive: live.accept,
  })

  return {
    http,
    auth,
    async start() {
      await events.start()
      await live.start()
      await jobs.start()
      readiness.isReady = true
    },
    async stop() {
      readiness.isReady = false
      await live.stop()
      await http.close()
      await jobs.stop()
      await events.stop()
      await Promise.all(open.map((space) => space.close()))
      await db.close()
    },
  }
}

function openSpace(space: Space, core: Core): OpenSpace {
  for (const setting of space.settings) core.settings.register(setting)
  const open = space.open(core)
  open.registerJobs()
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
