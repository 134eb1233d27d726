/** The manifest of Journey. */
import { z } from 'zod'
import { second } from '#std/duration'
import { defineSetting } from '#core/settings'
import type { Core } from '../../core/core.ts'
import { defineSpace } from '../../core/space.ts'
import { actionChanges } from './actions/changes.ts'
import { actionKeeping } from './actions/keep-actions.ts'
import { findReminders, remindPerson } from './actions/reminders/jobs.ts'
import { actionDue, reflectionReminder } from './actions/reminders/notification-sources.ts'
import { reminderSettings } from './actions/reminders/settings.ts'
import { reminderKeeping } from './actions/reminders/wake-reminders.ts'
import { actionSearch } from './actions/search-source.ts'
import { createAnalyserProcess } from './analyser/process.ts'
import { analyseSession } from './analysis/analyse-session.ts'
import { exportJourney } from './archive/export-journey.ts'
import { importJourney } from './archive/import-journey.ts'
import { pruneArchives } from './archive/prune-archives.ts'
import { ElementKind, journeyApi } from './contract.ts'
import { Decided, takeBackDecision } from './elements/elements.ts'
import { patternsAsking } from './patterns/refresh/queue-refresh.ts'
import { refreshPatterns } from './patterns/refresh/refresh-patterns.ts'
import { journeyGraph } from './graph/graph.ts'
import { patternsFound, sessionNotUnderstood } from './projections/notification-source.ts'
import { journeyHandlers } from './handlers.ts'
import { journeyRecords } from './personal.ts'
import { journeyMigrations } from './schema.ts'
import { samplePerson } from './sample/sample.ts'
import { sessionSearch } from './projections/search-source.ts'
import { shareOpened } from './shares/share-opened.ts'
import { learning } from './taxonomy/learning.ts'
import { taxonomyChanges } from './taxonomy/restoring.ts'
import { summaryKeeping } from './sessions/summary.ts'
import { restoreFacts, restoreSession, restoreSessions } from './sessions/restore-session.ts'
import { eraseSession } from './sessions/sessions.ts'

const idleMilliseconds = 20 * second

const kinds = defineSetting({
  name: 'journey.kinds',
  scope: 'person',
  schema: z.array(ElementKind),
  fallback: [...ElementKind.options],
})

/** Whom a person would call in a hard moment; shown to them above a text that sounds like one. */
const helpContact = defineSetting({
  name: 'journey.helpContact',
  scope: 'person',
  schema: z.string().trim().max(200),
  fallback: '',
})

const SessionFacts = z.object({
  title: z.string(),
  date: z.string(),
  description: z.string(),
  client_name: z.string(),
  professional_name: z.string(),
})

const Together = z.object({ ids: z.array(z.string()) })

export const journey = defineSpace({
  name: 'journey',
  migrations: journeyMigrations,
  settings: [kinds, helpContact, ...reminderSettings],
  commands: [
    {
      name: 'analyse',
      about: 'reads JSON lines {"id","text"} and writes what each says, one JSON line each',
      run: async (io) => (await import('./analyser/command.ts')).runAnalyseCommand(io),
    },
  ],
  records: journeyRecords,
  api: journeyApi,
  handlers: journeyHandlers,
  jobs: [analyseSession, refreshPatterns, exportJourney, importJourney, pruneArchives, findReminders, remindPerson],
  search: [sessionSearch, actionSearch],
  graph: journeyGraph,
  notifications: [shareOpened, sessionNotUnderstood, patternsFound, actionDue, reflectionReminder],
  changes: (core: Core) => [
    ...actionChanges(core),
    {
      kind: 'journey.session-deleted',
      restore: (tx, { owner, subject: id }) => restoreSession(core, tx, { owner, id }),
      expire: (tx, { owner, subject: id }) => eraseSession(core, tx, { owner, id }),
    },
    {
      kind: 'journey.sessions-deleted',
      restore: (tx, { owner, before }) => restoreSessions(core, tx, { owner, ...Together.parse(before) }),
      async expire(tx, { owner, before }) {
        for (const id of Together.parse(before).ids) await eraseSession(core, tx, { owner, id })
      },
    },
    {
      kind: 'journey.session-updated',
      restore: (tx, { owner, subject: id, before }) =>
        restoreFacts(core, tx, { owner, id, facts: SessionFacts.parse(before) }),
    },
    {
      kind: 'journey.element-decided',
      restore: (tx, { owner, subject: id, before }) =>
        takeBackDecision(core, tx, { owner, id, before: Decided.parse(before) }),
    },
    ...taxonomyChanges(core),
  ],
  sample: samplePerson,
  hold(core) {
    const { log, events } = core
    for (const keeping of [summaryKeeping, actionKeeping(core), reminderKeeping, patternsAsking(core), learning(core)])
      events.addInline(keeping)
    return { analyser: createAnalyserProcess({ idleMilliseconds, log: (message) => log.info(message) }) }
  },
  release: ({ analyser }) => analyser.close(),
})
