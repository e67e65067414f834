/** Every address of the product. Pages are fetched when they are first visited. */

import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'

import { FairviewProblem } from '@/api/problem'
import { meQuery } from '@/features/accounts/queries'

import { DeskLayout } from './DeskLayout'
import { FailurePage } from './FailurePage'
import { NotFoundPage } from './NotFoundPage'
import { RootLayout } from './RootLayout'
import {
  doorSearch,
  drawSearch,
  importSearch,
  interviewsSearch,
  listSearch,
  lotsSearch,
  messagesSearch,
  newInterviewSearch,
  poolSearch,
  poolsSearch,
  signInSearch,
} from './search'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: RootLayout })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/today', replace: true, throw: true })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('@/features/accounts/SignInPage'), 'SignInPage'),
})

/** Everything inside is for people who are signed in; others sign in first and come back. */
const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.query({ ...meQuery, staleTime: 'static' })
    } catch (problem) {
      if (!(problem instanceof FairviewProblem && problem.status === 401)) throw problem
      redirect({ to: '/sign-in', search: { next: location.href }, throw: true })
    }
  },
  component: Outlet,
})

const desk = createRoute({ getParentRoute: () => staff, id: 'desk', component: DeskLayout })

const today = createRoute({
  getParentRoute: () => desk,
  path: '/today',
  component: lazyRouteComponent(() => import('./TodayRoute'), 'TodayRoute'),
})
const candidates = createRoute({
  getParentRoute: () => desk,
  path: '/candidates',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('@/features/candidates/CandidatesPage'), 'CandidatesPage'),
})
const candidate = createRoute({
  getParentRoute: () => desk,
  path: '/candidates/$id',
  component: lazyRouteComponent(() => import('./CandidateRoute'), 'CandidateRoute'),
})
const pools = createRoute({
  getParentRoute: () => desk,
  path: '/pools',
  validateSearch: poolsSearch,
  component: lazyRouteComponent(() => import('@/features/candidates/pools/PoolsPage'), 'PoolsPage'),
})
const pool = createRoute({
  getParentRoute: () => desk,
  path: '/pools/$id',
  validateSearch: poolSearch,
  component: lazyRouteComponent(() => import('@/features/candidates/pools/PoolPage'), 'PoolPage'),
})
const poolImport = createRoute({
  getParentRoute: () => desk,
  path: '/pools/$id/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(
    () => import('@/features/candidates/pools/importing/ImportPage'),
    'ImportPage',
  ),
})
const lots = createRoute({
  getParentRoute: () => desk,
  path: '/lots',
  validateSearch: lotsSearch,
  component: lazyRouteComponent(() => import('@/features/candidates/lots/LotsPage'), 'LotsPage'),
})
const lot = createRoute({
  getParentRoute: () => desk,
  path: '/lots/$id',
  component: lazyRouteComponent(() => import('@/features/candidates/lots/LotPage'), 'LotPage'),
})
const draw = createRoute({
  getParentRoute: () => desk,
  path: '/pools/$id/draw',
  validateSearch: drawSearch,
  component: lazyRouteComponent(() => import('@/features/candidates/lots/draw/DrawPage'), 'DrawPage'),
})
const interviews = createRoute({
  getParentRoute: () => desk,
  path: '/interviews',
  validateSearch: interviewsSearch,
  component: lazyRouteComponent(() => import('@/features/scheduling/InterviewsPage'), 'InterviewsPage'),
})
const newInterview = createRoute({
  getParentRoute: () => desk,
  path: '/interviews/new',
  validateSearch: newInterviewSearch,
  component: lazyRouteComponent(() => import('@/features/scheduling/NewInterviewPage'), 'NewInterviewPage'),
})
const interview = createRoute({
  getParentRoute: () => desk,
  path: '/interviews/$id',
  component: lazyRouteComponent(() => import('@/features/scheduling/InterviewPage'), 'InterviewPage'),
})
const lotSchedule = createRoute({
  getParentRoute: () => desk,
  path: '/lots/$id/schedule',
  component: lazyRouteComponent(() => import('@/features/scheduling/lot/LotSchedulePage'), 'LotSchedulePage'),
})
const lotComparison = createRoute({
  getParentRoute: () => desk,
  path: '/lots/$id/compare',
  component: lazyRouteComponent(() => import('@/features/reports/compare/ComparePage'), 'ComparePage'),
})
const messages = createRoute({
  getParentRoute: () => desk,
  path: '/messages',
  validateSearch: messagesSearch,
  component: lazyRouteComponent(() => import('@/features/notifications/MessagesPage'), 'MessagesPage'),
})
const message = createRoute({
  getParentRoute: () => desk,
  path: '/messages/$id',
  component: lazyRouteComponent(() => import('@/features/notifications/MessagePage'), 'MessagePage'),
})
const reports = createRoute({
  getParentRoute: () => desk,
  path: '/reports',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('@/features/reports/ReportsPage'), 'ReportsPage'),
})
const report = createRoute({
  getParentRoute: () => desk,
  path: '/reports/$id',
  component: lazyRouteComponent(() => import('@/features/reports/ReportPage'), 'ReportPage'),
})

const tokens = createRoute({
  getParentRoute: () => desk,
  path: '/tokens',
  component: lazyRouteComponent(() => import('@/features/accounts/TokensPage'), 'TokensPage'),
})

const runs = createRoute({
  getParentRoute: () => desk,
  path: '/runs',
  component: lazyRouteComponent(() => import('@/features/coding/operations/RunsPage'), 'RunsPage'),
})

/** The room has the whole page to itself. */
const room = createRoute({
  getParentRoute: () => staff,
  path: '/interviews/$id/room',
  component: lazyRouteComponent(() => import('@/features/rooms/InterviewerRoomPage'), 'InterviewerRoomPage'),
})
const door = createRoute({
  getParentRoute: () => root,
  path: '/interview',
  validateSearch: doorSearch,
  component: lazyRouteComponent(() => import('@/features/rooms/InterviewDoorPage'), 'InterviewDoorPage'),
})

// The candidate's journey
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/i/$token',
  component: lazyRouteComponent(() => import('@/features/scheduling/InvitationPage'), 'InvitationPage'),
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('@/features/rooms/JoinPage'), 'JoinPage'),
})

const models = createRoute({
  getParentRoute: () => root,
  path: '/about-models',
  component: lazyRouteComponent(() => import('@/features/models/ModelsPage'), 'ModelsPage'),
})

const deskPages = [
  today,
  candidates,
  candidate,
  pools,
  pool,
  poolImport,
  lots,
  lot,
  draw,
  interviews,
  newInterview,
  interview,
  lotSchedule,
  lotComparison,
  messages,
  message,
  reports,
  report,
  tokens,
  runs,
]

const routes = root.addChildren([
  home,
  signIn,
  door,
  invitation,
  join,
  models,
  staff.addChildren([desk.addChildren(deskPages), room]),
])

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: FailurePage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
