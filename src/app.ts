/** The composition root: the only file that knows everybody. Nothing is started before `start`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { FastifyInstance } from 'fastify'
import { accountApi, peopleApi } from '#core/auth/contract'
import { filesApi } from '#core/files/contract'
import { jobsApi } from '#core/jobs/contract'
import { notificationsApi } from '#core/notifications/contract'
import { healthApi } from '#core/observability/contract'
import { sampleApi } from '#core/sample/contract'
import { searchApi } from '#core/search/contract'
import { settingsApi } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { accountRecords, authMigrations, createAuth, type Auth } from '#core/auth'
import type { Config, Explained, Role, Secrets } from '#core/config'
import { createCache } from '#core/cache'
import { openDatabase } from '#core/db'
import { createDisk, type ReadSpace } from '#core/disk'
import { createEvents, eventRecords, eventsMigrations } from '#core/events'
import { createFiles, filesMigrations } from '#core/files'
import { createGraph, graphMigrations, graphRecords } from '#core/graph'
import { createHttp, httpMigrations, mounted, withMarks, type Mounted } from '#core/http'
import { createJobs, jobRecords, jobsMigrations } from '#core/jobs'
import {
  createNotifications,
  notificationRecords,
  notificationsMigrations,
  type Notifications,
} from '#core/notifications'
import { createHealth, createMetrics, healthHandlers, type Health, type Log, type Readiness } from '#core/observability'
import { createPersonal, type PersonalRecords } from '#core/personal'
import { createLive, createSignals, type Live } from '#core/realtime'
import { createProjections, projectionsMigrations } from '#core/projections'
import { createSamples, type Samples } from '#core/sample'
import { createSearch, searchMigrations, searchRecords, type Search } from '#core/search'
import { createSettings, defineSetting, settingRecords, settingsMigrations } from '#core/settings'
import { changeRecords, createUndo, undoMigrations } from '#core/undo'
import { adminHandlers } from './admin/admin.ts'
import { adminApi } from './admin/contract.ts'
import { healthChecks } from './core/checks.ts'
import type { Core } from './core/core.ts'
import { createIds } from './core/ids.ts'
import type { OpenSpace, Space } from './core/space.ts'
import { tidying } from './tidying.ts'

export interface AppNeeds {
  config: Config
  /** Where each setting of the configuration came from, for administrators to see. */
  explained?: readonly Explained[]
  secrets: Secrets
  log: Log
  spaces: readonly Space[]
  version: string
  /** Folder of the built web; left out, the api is served alone. */
  web?: string
  now?: () => number
  /** UUIDv7 of the system unless given. */
  newId?: () => string
  /** How much room the disk has; asked of the system unless given. */
  readSpace?: ReadSpace
  /** Writes that may share one commit of a SQLite record; for measurements. */
  groupSize?: number
}

export interface App {
  core: Core
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
  projectionsMigrations,
  undoMigrations,
  settingsMigrations,
  authMigrations,
  notificationsMigrations,
  httpMigrations,
]

/** Everything that a record with these spaces is made of. */
export const migrationsOf = (spaces: readonly Space[]) => [
  ...coreMigrations,
  ...spaces.map(({ migrations }) => migrations),
]

const appearance = defineSetting({
  name: 'appearance.theme',
  scope: 'person',
  schema: z.enum(['system', 'light', 'dark']),
  fallback: 'system',
})

/** In the order of erasing: the log first, so that it keeps what is told of the others; the account last. */
const personalRecords = (core: Core, spaces: readonly Space[]): PersonalRecords[] => [
  eventRecords,
  ...spaces.map(({ records }) => records),
  core.files.records,
  changeRecords,
  settingRecords,
  graphRecords,
  searchRecords,
  jobRecords,
  notificationRecords,
  accountRecords,
]

const sourcesOf = (spaces: readonly Space[]) => spaces.flatMap(({ notifications }) => notifications)

/** Brings the record up to date and puts everything together. */
export async function createApp(needs: AppNeeds): Promise<App> {
  const { config, explained = [], spaces, version } = needs
  const parts = await createParts(needs)
  const { core, search } = parts
  const personal = createPersonal()
  for (const records of personalRecords(core, spaces)) personal.register(records)
  const about = { version, spaces: spaces.map(({ name }) => name) }
  const auth = await createAuth({ ...core, ...about, personal, secrets: needs.secrets })
  const notifications = createNotifications({ ...core, people: auth, sources: sourcesOf(spaces) })
  core.settings.register(appearance)
  registerJobs({ auth, core, notifications })
  const samples = createSamples(core)
  const open = spaces.map((space) => openSpace(space, { core, search, samples }))
  const readiness = { isReady: false }
  const health = createHealth(core)
  const apis = [
    ...coreApis({ core, search, auth, notifications, samples, readiness, health }),
    mounted(adminApi, adminHandlers, { ...core, explained }),
    ...open.map((space) => space.mounted),
  ]
  auth.offerScopes(apis.flatMap(({ api }) => Object.values(api)))
  const live = createLive({ ...parts, ...core, identify: auth.identifySignIn })
  for (const check of healthChecks({ core, search, live })) health.add(check)
  const duties = dutiesOf(config.role)
  const http = await createHttp({
    ...config,
    ...parts,
    ...core,
    apis: duties.serves ? apis : apis.filter(({ api }) => api === healthApi),
    identify: auth.identify,
    recognise: auth.recognise,
    readiness,
    version,
    web: duties.serves && needs.web && existsSync(needs.web) ? needs.web : undefined,
    routes: duties.serves ? [core.files.mountLinks] : [],
    acceptLive: duties.serves ? live.accept : undefined,
  })

  return { core, http, auth, ...lifecycle({ core, http, live, open, readiness, duties, stopPause: config.stopPause }) }
}

interface Living {
  core: Core
  http: FastifyInstance
  live: Live
  open: readonly OpenSpace[]
  readiness: Readiness
  duties: Duties
  stopPause: number
}

interface Duties {
  /** Answers people: pages, api, live connections. */
  serves: boolean
  runs: boolean
  schedules: boolean
}

const dutiesOf = (role: Role): Duties => ({
  serves: role === 'all' || role === 'api',
  runs: role === 'all' || role === 'worker',
  schedules: role === 'all' || role === 'scheduler',
})

/** The order matters: nothing may use what is not there yet, or not any more. */
function lifecycle({ core, http, live, open, readiness, duties, stopPause }: Living): Pick<App, 'start' | 'stop'> {
  return {
    async start() {
      await core.disk.start()
      await core.events.start({ leads: duties.schedules })
      await live.start()
      await core.jobs.start(duties)
      await core.db.write((tx) => core.cache.warm(tx, core.jobs))
      readiness.isReady = true
    },
    async stop() {
      readiness.isReady = false
      await setTimeout(stopPause)
      await live.stop()
      await http.close()
      await core.jobs.stop()
      await core.events.stop()
      await core.disk.stop()
      await Promise.all(open.map((space) => space.close()))
      await core.db.close()
    },
  }
}

async function createParts({ config, secrets, log, spaces, readSpace, groupSize, ...given }: AppNeeds) {
  const { now = Date.now, newId = createIds() } = given
  const metrics = createMetrics()
  const { data: folder, databaseUrl: url, databaseConnections: connections } = config
  const committed = metrics.writesCommitted
  const db = withMarks(await openDatabase({ folder, url, connections, log, groupSize, committed }))
  await db.migrate(migrationsOf(spaces), now())
  const signals = createSignals({ db })
  const basics = { db, log, metrics, signals, now, newId, random: Math.random }
  const disk = createDisk({ ...basics, folder: config.data, reserve: config.diskReserve, readSpace })
  const events = createEvents(basics)
  const parts = { ...basics, disk, events, cache: createCache({ ...basics, events }) }
  const core: Core = {
    ...parts,
    jobs: createJobs({ ...parts, databaseUrl: config.databaseUrl, mayRun: () => !disk.isLow() }),
    undo: createUndo(parts),
    settings: createSettings(parts),
    graph: createGraph(parts),
    projections: createProjections(parts),
    files: createFiles({ ...parts, folder: join(config.data, 'files'), linkKey: secrets.linkKey }),
  }
  const search = createSearch(parts)
  for (const projection of [search.projection, core.graph.projection]) core.projections.register(projection)
  metrics.watchConsumers(core.events.consumers)
  return { core, metrics, signals, search }
}

interface Served {
  core: Core
  search: Search
  auth: Auth
  notifications: Notifications
  samples: Samples
  readiness: Readiness
  health: Health
}

function coreApis({ core, search, auth, notifications, samples, readiness, health }: Served): Mounted[] {
  return [
    mounted(healthApi, healthHandlers({ readiness, disk: core.disk, health }), core),
    mounted(accountApi, auth.handlers, core),
    mounted(peopleApi, auth.peopleHandlers, core),
    mounted(filesApi, core.files.handlers, core),
    mounted(jobsApi, core.jobs.handlers, core),
    mounted(sampleApi, samples.handlers, core),
    mounted(searchApi, search.handlers, core),
    mounted(undoApi, core.undo.handlers, core),
    mounted(settingsApi, core.settings.handlers, core),
    mounted(notificationsApi, notifications.handlers, core),
  ]
}

function registerJobs({ auth, core, notifications }: Pick<Served, 'auth' | 'core' | 'notifications'>) {
  core.jobs.register(notifications.pruning, core)
  core.jobs.register(core.undo.expiry, core)
  core.jobs.register(core.cache.warming, core)
  core.jobs.register(core.projections.job, core)
  core.jobs.register(tidying({ auth, core }), core)
}

function openSpace(space: Space, { core, search, samples }: Pick<Served, 'core' | 'search' | 'samples'>): OpenSpace {
  for (const setting of space.settings) core.settings.register(setting)
  const open = space.open(core)
  open.registerJobs()
  for (const source of open.search) search.register(source)
  for (const source of open.graph) core.graph.register(source)
  for (const change of open.changes) core.undo.register(change)
  if (open.sample) samples.register(open.sample)
  return open
}
