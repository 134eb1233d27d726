/** What Journey brings to the web. */
import { lazy } from 'react'
import { PathIcon, UploadIcon, WriteIcon } from '../../../web/kit/icons.tsx'
import type { Starter, WebSpace } from '../../../web/space.ts'
import { words as actionWords } from './actions/words.ts'
import { archiveWords } from './archive/words.ts'
import { reportWords } from './report/words.ts'
import { taxonomyWords } from './taxonomy/words.ts'
import { words } from './words.ts'

const write: Starter = { ...words.starters.write, path: '/journey/write', icon: WriteIcon }
const upload: Starter = { ...words.starters.upload, path: '/journey/upload', icon: UploadIcon }
const pathOfAction = (actionId: string) => `/journey/actions/${actionId}`
const pathOfSession = (sessionId: string) => `/journey/sessions/${sessionId}`

export const journey: WebSpace = {
  name: 'journey',
  title: words.space.title,
  icon: PathIcon,
  path: '/journey',
  navigation: [
    { path: '/journey/write', label: words.space.write },
    { path: '/journey/sessions', label: words.space.sessions },
    { path: '/journey/patterns', label: words.space.patterns },
    { path: '/journey/actions', label: actionWords.title },
    { path: '/journey/report', label: reportWords.title },
    { path: '/journey/archive', label: archiveWords.title },
    { path: '/journey/taxonomy', label: taxonomyWords.title },
    { path: '/journey/graph', label: words.space.wholeGraph },
  ],
  pages: [
    {
      path: '/journey',
      title: words.space.title,
      component: async () => ({ page: (await import('./sessions/entry.tsx')).JourneyEntry }),
    },
    {
      path: '/journey/write',
      title: words.space.write,
      component: async () => ({ page: (await import('./write/write.tsx')).WritePage }),
    },
    {
      path: '/journey/upload',
      title: words.starters.upload.label,
      component: async () => ({ page: (await import('./write/write.tsx')).UploadPage }),
    },
    {
      path: '/journey/sessions',
      title: words.space.sessions,
      component: async () => ({ page: (await import('./sessions/sessions.tsx')).SessionsPage }),
    },
    {
      path: '/journey/sessions/$sessionId',
      title: words.space.session,
      component: async () => ({ page: (await import('./session/session.tsx')).SessionPage }),
    },
    {
      path: '/journey/graph',
      title: words.space.wholeGraph,
      component: async () => ({ page: (await import('./graph/whole/whole.tsx')).WholeGraphPage }),
    },
    {
      path: '/journey/sessions/$sessionId/graph',
      title: words.space.graph,
      component: async () => ({ page: (await import('./graph/graph.tsx')).GraphPage }),
    },
    {
      path: '/journey/patterns',
      title: words.space.patterns,
      component: async () => ({ page: (await import('./patterns/patterns.tsx')).PatternsPage }),
    },
    {
      path: '/journey/actions',
      title: actionWords.title,
      component: async () => ({ page: (await import('./actions/actions.tsx')).ActionsPage }),
    },
    {
      path: '/journey/actions/$actionId',
      title: actionWords.title,
      component: async () => ({ page: (await import('./actions/actions.tsx')).ActionsPage }),
    },
    {
      path: '/journey/taxonomy',
      title: taxonomyWords.title,
      component: async () => ({ page: (await import('./taxonomy/taxonomy.tsx')).TaxonomyPage }),
    },
    {
      path: '/journey/report',
      title: reportWords.title,
      component: async () => ({ page: (await import('./report/report.tsx')).ReportPage }),
    },
    {
      path: '/journey/archive',
      title: archiveWords.title,
      component: async () => ({ page: (await import('./archive/archive.tsx')).ArchivePage }),
    },
  ],
  openPages: [
    {
      path: '/shared/journey',
      title: reportWords.sharedTitle,
      component: async () => ({ page: (await import('./report/shared-page.tsx')).SharedPage }),
    },
  ],
  add: [write, upload],
  hits: {
    session: { noun: words.space.session, pathOf: pathOfSession },
    action: { noun: actionWords.hit, pathOf: pathOfAction },
  },
  jobs: {
    'journey.analyse-session': { ...words.job, pathOf: pathOfSession },
    'journey.export-journey': words.exporting,
    'journey.import-journey': words.importing,
    'journey.refresh-patterns': { ...words.patternsJob, isQuiet: true },
  },
  notifications: {
    'journey.session-not-understood': words.notifications.notUnderstood,
    'journey.patterns-found': words.notifications.patternsFound,
    'journey.action-due': actionWords.notifications.due,
    'journey.reflection-reminder': actionWords.notifications.reflection,
    'journey.share-opened': words.notifications.shareOpened,
  },
  changes: {
    'journey.session-deleted': words.changes.deleted,
    'journey.sessions-deleted': words.changes.deletedTogether,
    'journey.session-updated': words.changes.updated,
    'journey.element-decided': words.changes.decided,
    'journey.action-changed': actionWords.changed,
    'journey.action-deleted': actionWords.deleted,
    'journey.action-moved': actionWords.movedByCairn,
    'journey.question-answered': actionWords.questions.answered,
    'journey.topic-removed': taxonomyWords.topic.removed,
    'journey.word-removed': taxonomyWords.removed,
  },
  homePanel: lazy(async () => ({ default: (await import('./sessions/home-panel.tsx')).JourneyHomePanel })),
  firstSteps: [write, upload],
  settingsPanel: lazy(async () => ({ default: (await import('./settings/settings-panel.tsx')).JourneySettingsPanel })),
  keys: [
    { keys: 'J', does: words.keys.next },
    { keys: 'K', does: words.keys.previous },
    { keys: 'A', does: words.keys.accept },
    { keys: 'E', does: words.keys.edit },
    { keys: 'R', does: words.keys.reject },
    { keys: 'D', does: actionWords.keys.done },
    { keys: '← →', does: actionWords.keys.columns },
    { keys: 'N', does: actionWords.keys.add },
    { keys: 'Enter', does: actionWords.keys.open },
    { keys: 'Ctrl+Enter', does: words.keys.save },
  ],
}
