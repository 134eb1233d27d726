/** What administration brings to the web: its place in the rail and its pages, loaded when they are asked for. */
import { AdministrationIcon } from '../../web/kit/icons.tsx'
import type { WebSpace } from '../../web/space.ts'
import { words } from './words.ts'

const { overview, people, jobs, health, settings } = words.pages

export const administration: Pick<WebSpace, 'title' | 'icon' | 'path' | 'navigation' | 'pages'> = {
  title: words.title,
  icon: AdministrationIcon,
  path: '/administration',
  navigation: [
    { path: '/administration/people', label: people },
    { path: '/administration/jobs', label: jobs },
    { path: '/administration/health', label: health },
    { path: '/administration/settings', label: settings },
  ],
  pages: [
    {
      path: '/administration',
      title: overview,
      component: async () => ({ page: (await import('./overview.tsx')).OverviewPage }),
    },
    {
      path: '/administration/people',
      title: people,
      component: async () => ({ page: (await import('./people/people.tsx')).PeoplePage }),
    },
    {
      path: '/administration/jobs',
      title: jobs,
      component: async () => ({ page: (await import('./jobs/jobs.tsx')).JobsPage }),
    },
    {
      path: '/administration/health',
      title: health,
      component: async () => ({ page: (await import('./health/health.tsx')).HealthPage }),
    },
    {
      path: '/administration/settings',
      title: settings,
      component: async () => ({ page: (await import('./settings/settings.tsx')).AdminSettingsPage }),
    },
  ],
}
