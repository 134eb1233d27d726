/** What people do with what the core keeps for every space. */
import { z } from 'zod'
import { filesApi } from '#core/files/contract'
import { JobState, jobsApi } from '#core/jobs/contract'
import { notificationsApi } from '#core/notifications/contract'
import { searchApi } from '#core/search/contract'
import { settingsApi, type SettingValues } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { second, day, minute } from '#std/duration'
import type { Draw } from './scene.ts'
import { drawQuery } from './words.ts'

const search: Draw = ({ chance }, { name }) => {
  const q = drawQuery(chance)
  return {
    words: `search ${JSON.stringify(q)}`,
    run: (side) => side.as(name, searchApi).search({ query: { q, limit: 100 } }),
  }
}

const listChanges: Draw = ({ chance }, { name }) => {
  const limit = chance.pick([1, 3, 100])
  return {
    words: 'list changes',
    noun: 'change',
    run: (side) => side.as(name, undoApi).listChanges({ query: { limit } }),
  }
}

const undo: Draw = ({ pick }, person) => {
  const changeId = pick('change', person)
  return {
    words: `undo ${changeId}`,
    run: (side) => side.as(person.name, undoApi).undoChange({ changeId: side.names.raw(changeId) }),
  }
}

const getSettings: Draw = (_, { name }) => ({
  words: 'get settings',
  run: (side) => side.as(name, settingsApi).getSettings(),
})

const mine: readonly SettingValues[] = [
  { 'appearance.theme': 'dark' },
  { 'appearance.theme': 'system', 'journey.kinds': ['emotion', 'topic'] },
  { 'journey.kinds': ['emotion', 'topic', 'belief', 'challenge', 'insight', 'action'] },
  { 'notifications.muted': ['jobs.job-stopped'] },
  { 'notifications.muted': [] },
  { 'appearance.theme': 'pink' },
  { 'no.such': true },
]

const updateSettings: Draw = ({ chance }, { name }) => {
  const body = chance.pick(mine)
  return {
    words: `settings ${JSON.stringify(body)}`,
    run: (side) => side.as(name, settingsApi).updateSettings({ body }),
  }
}

const updateInstallation: Draw = ({ chance }, { name }) => {
  const body = { 'account.registration': chance.pick(['open', 'open', 'invitation', 'closed', 'nonsense']) }
  return {
    words: `installation ${JSON.stringify(body)}`,
    run: (side) => side.as(name, settingsApi).updateInstallationSettings({ body }),
  }
}

const listJobs: Draw = ({ chance, pick }, person) => {
  const subject = chance.happens(0.2) ? pick('session', person) : undefined
  const query = {
    limit: chance.pick([1, 4, 100]),
    ...(chance.happens(0.3) && { state: chance.pick(JobState.options) }),
  }
  return {
    words: `list jobs ${JSON.stringify(query)}`,
    noun: 'job',
    run: (side) =>
      side.as(person.name, jobsApi).listJobs({
        query: { ...query, ...(subject !== undefined && { subject: side.names.raw(subject) }) },
      }),
  }
}

const oneJob: Draw = ({ chance, pick }, person) => {
  const jobId = pick('job', person)
  const call = chance.pick(['getJob', 'cancelJob', 'retryJob', 'sendDeadJobAgain'] as const)
  return {
    words: `${call} ${jobId}`,
    run: (side) => side.as(person.name, jobsApi)[call]({ jobId: side.names.raw(jobId) }),
  }
}

const kinds = ['journey.analyse-session', 'journey.analyse-session', 'account.export', 'no.such-kind']

const changeKind: Draw = ({ chance }, { name }) => {
  const kind = chance.pick(kinds)
  const call = chance.pick(['pauseKind', 'resumeKind', 'resumeKind'] as const)
  return { words: `${call} ${kind}`, run: (side) => side.as(name, jobsApi)[call]({ kind }) }
}

const queue: Draw = ({ chance }, { name }) => {
  const call = chance.pick(['getQueue', 'listDeadJobs'] as const)
  return { words: call, run: (side) => side.as(name, jobsApi)[call]() }
}

const sendDeadAgain: Draw = ({ chance }, { name }) => {
  const body = { kind: chance.pick(kinds) }
  return { words: 'send dead jobs again', run: (side) => side.as(name, jobsApi).sendDeadJobsAgain({ body }) }
}

const listFiles: Draw = ({ chance }, { name }) => {
  const limit = chance.pick([1, 2, 100])
  return {
    words: 'list files',
    noun: 'file',
    run: (side) => side.as(name, filesApi).listFiles({ query: { limit } }),
  }
}

const getFile: Draw = ({ pick }, person) => {
  const fileId = pick('file', person)
  return {
    words: `get file ${fileId}`,
    noun: 'file',
    run: (side) => side.as(person.name, filesApi).getFile({ fileId: side.names.raw(fileId) }),
  }
}

const Link = z.object({ path: z.string() })

const linkFile: Draw = ({ chance, pick, secrets }, person) => {
  const fileId = pick('file', person)
  const body = { lifetime: chance.pick([5 * minute, day, 8 * day]) }
  return {
    words: `link ${fileId}`,
    run: (side) => side.as(person.name, filesApi).linkFile({ fileId: side.names.raw(fileId), body }),
    learn: ({ body: reply }) => {
      const link = Link.safeParse(reply)
      if (link.success) secrets.link.push(link.data.path)
    },
  }
}

const follow: Draw = ({ chance, secrets }) => {
  const path = secrets.link.length > 0 ? chance.pick(secrets.link.slice(-3)) : '/f/nothing'
  return { words: `follow ${path}`, run: (side) => side.follow(side.names.raw(path)) }
}

const listNotifications: Draw = ({ chance }, { name }) => {
  const query = {
    limit: chance.pick([1, 100]),
    ...(chance.happens(0.3) && { state: chance.pick(['unread', 'read'] as const) }),
  }
  return {
    words: 'list notifications',
    noun: 'notification',
    run: (side) => side.as(name, notificationsApi).listNotifications({ query }),
  }
}

const readNotification: Draw = ({ chance, pick }, person) => {
  const notificationId = pick('notification', person)
  const all = chance.pick(['readAllNotifications', 'getNotificationSummary', 'getNotificationSummary'] as const)
  const isOne = chance.happens(0.5)
  return {
    words: isOne ? `read ${notificationId}` : all,
    run(side) {
      const notifications = side.as(person.name, notificationsApi)
      if (!isOne) return notifications[all]()
      return notifications.readNotification({ notificationId: side.names.raw(notificationId) })
    },
  }
}

/** Mostly moments; now and then as long as a token, a link or what can be undone lasts. */
const wait: Draw = ({ chance, clock }) => {
  const pause = chance.happens(0.9)
    ? chance.between(1, 40 * second)
    : chance.pick([6 * minute, 11 * minute, day, 8 * day, 31 * day])
  return {
    words: `wait ${pause} ms`,
    run: async () => {},
    learn: () => void (clock.now += pause),
  }
}

export const coreDraws: readonly Draw[] = [
  search,
  search,
  search,
  search,
  listChanges,
  undo,
  undo,
  getSettings,
  updateSettings,
  updateInstallation,
  listJobs,
  oneJob,
  oneJob,
  changeKind,
  queue,
  sendDeadAgain,
  listFiles,
  getFile,
  linkFile,
  follow,
  listNotifications,
  readNotification,
  wait,
  wait,
  wait,
]
