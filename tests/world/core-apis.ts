/** Every contract of the program but those of the spaces. */
import type { Endpoint } from '#contract/endpoint'
import { accountApi, peopleApi } from '#core/auth/contract'
import { filesApi } from '#core/files/contract'
import { jobsApi } from '#core/jobs/contract'
import { notificationsApi } from '#core/notifications/contract'
import { healthApi } from '#core/observability/contract'
import { sampleApi } from '#core/sample/contract'
import { searchApi } from '#core/search/contract'
import { settingsApi } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { adminApi } from '../../src/admin/contract.ts'

export const coreApis: readonly Record<string, Endpoint>[] = [
  accountApi,
  adminApi,
  peopleApi,
  filesApi,
  healthApi,
  jobsApi,
  notificationsApi,
  sampleApi,
  searchApi,
  settingsApi,
  undoApi,
]
