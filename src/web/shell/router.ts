/** The pages: for visitors outside the shell, for a signed-in person inside it, and those that the spaces bring. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router'
import { queryClient } from '../data/queries.ts'
import { access } from '../data/send.ts'
import { welcomeQuery } from '../data/welcome.ts'
import type { WebSpace } from '../space.ts'
import { administration } from '../spaces.ts'
import { readNext, readSearch, writeSearch } from './address.ts'
import { AdministratorsOnly } from './administrators-only.tsx'
import { Doorway } from './doorway.tsx'
import { NotFound } from './not-found.tsx'
import { OpenFrame } from './open-frame.tsx'
import { PageFault } from './page-fault.tsx'
import { PendingPage, Shell } from './shell.tsx'

const lazily = lazyRouteComponent

export function createWebRouter(spaces: readonly WebSpace[]) {
  const root = createRootRoute()
  const doorway = createRoute({
    getParentRoute: () => root,
    id: 'doorway',
    component: Doorway,
    validateSearch: readNext,
    beforeLoad: ({ search }) => {
      if (isSignedIn()) redirect({ href: search.next ?? '/', throw: true })
    },
  })
  const links = createRoute({ getParentRoute: () => root, id: 'links', component: Doorway })
  const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenFrame })
  const shell = createRoute({
    getParentRoute: () => root,
    id: 'shell',
    component: Shell,
    beforeLoad: async ({ location }) => {
      if (!isSignedIn()) redirect({ ...(await findDoor(location.href)), throw: true })
    },
  })
  return createRouter({
    routeTree: root.addChildren([
      doorway.addChildren(doorwayPages(doorway)),
      links.addChildren(linkPages(links)),
      open.addChildren(openPages(spaces, open)),
      shell.addChildren([...corePages(shell), ...spacePages(spaces, shell), administrationPages(shell)]),
    ]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultPendingComponent: PendingPage,
    defaultPendingMs: 150,
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}

const isSignedIn = () => access.read().state === 'signed-in'

async function findDoor(asked: string) {
  const { needsAdministrator } = await queryClient.ensureQueryData(welcomeQuery)
  if (needsAdministrator) return { to: '/first-run' }
  return { to: '/sign-in', search: asked === '/' ? {} : { next: asked } }
}

const doorwayPages = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/sign-in',
    component: lazily(() => import('../pages/sign-in.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/register',
    component: lazily(() => import('../pages/register.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/first-run',
    component: lazily(() => import('../pages/first-run.tsx'), 'FirstRunPage'),
  }),
]

/** One-time links are for whoever holds them, signed in or not. */
const linkPages = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/join',
    component: lazily(() => import('../pages/join.tsx'), 'JoinPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/reset',
    component: lazily(() => import('../pages/reset.tsx'), 'ResetPage'),
  }),
]

const corePages = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/',
    component: lazily(() => import('../pages/home.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/first-steps',
    component: lazily(() => import('../pages/first-steps.tsx'), 'FirstStepsPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/search',
    component: lazily(() => import('../pages/search.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/activity',
    component: lazily(() => import('../pages/activity.tsx'), 'ActivityPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/settings',
    component: lazily(() => import('../pages/settings.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/settings/account',
    component: lazily(() => import('../pages/account/account.tsx'), 'AccountPage'),
  }),
  createRoute({ getParentRoute: () => parent, path: '$', component: NotFound }),
]

function administrationPages(parent: AnyRoute) {
  const gate = createRoute({ getParentRoute: () => parent, id: 'administration', component: AdministratorsOnly })
  return gate.addChildren(pagesOf(administration, gate))
}

const spacePages = (spaces: readonly WebSpace[], parent: AnyRoute) => spaces.flatMap((space) => pagesOf(space, parent))

/** For whoever holds a link of a space, signed in or not. */
const openPages = (spaces: readonly WebSpace[], parent: AnyRoute) =>
  spaces.flatMap(({ openPages: pages = [] }) => pagesOf({ pages }, parent))

const pagesOf = ({ pages }: Pick<WebSpace, 'pages'>, parent: AnyRoute) =>
  pages.map(({ path, component }) =>
    createRoute({ getParentRoute: () => parent, path, component: lazily(component, 'page') }),
  )
