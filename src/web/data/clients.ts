/** Typed clients of the core. A space makes its own: `createClient(journeyApi, send)`. */
import { createClient } from '#contract/client'
import { accountApi } from '#core/auth/contract'
import { filesApi } from '#core/files/contract'
import { jobsApi } from '#core/jobs/contract'
import { notificationsApi } from '#core/notifications/contract'
import { sampleApi } from '#core/sample/contract'
import { searchApi } from '#core/search/contract'
import { settingsApi } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { send } from './send.ts'

export const account = createClient(accountApi, send)
export const files = createClient(filesApi, send)
export const jobs = createClient(jobsApi, send)
export const notifications = createClient(notificationsApi, send)
export const sample = createClient(sampleApi, send)
export const search = createClient(searchApi, send)
export const settings = createClient(settingsApi, send)
export const undo = createClient(undoApi, send)
