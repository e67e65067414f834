/** Every address of the product. Pages are fetched when they are first visited. */

import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router'

import { FairviewProblem } from '@/api/problem'
import { meQuery } from '@/features/accounts/queries'

import { FailurePage } from './FailurePage'
import { NotFoundPage } from './NotFoundPage'
import { page } from './page'
import { RootLayout } from './RootLayout'
import {
  boardSearch,
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
  component: page(() => import('@/features/accounts/SignInPage'), 'SignInPage', ['accounts']),
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
  component: page(() => import('./StaffLayout'), 'StaffLayout'),
})

const desk = createRoute({
  getParentRoute: () => staff,
  id: 'desk',
  component: page(() => import('./DeskLayout'), 'DeskLayout'),
})

const today = createRoute({
  getParentRoute: () => desk,
  path: '/today',
  component: page(() => import('./TodayRoute'), 'TodayRoute', ['scheduling', 'reports', 'proctoring']),
})
const candidates = createRoute({
  getParentRoute: () => desk,
  path: '/candidates',
  validateSearch: listSearch,
  component: page(() => import('@/features/candidates/CandidatesPage'), 'CandidatesPage', ['candidates']),
})
const candidate = createRoute({
  getParentRoute: () => desk,
  path: '/candidates/$id',
  component: page(() => import('./CandidateRoute'), 'CandidateRoute', ['candidates', 'scheduling']),
})
const pools = createRoute({
  getParentRoute: () => desk,
  path: '/pools',
  validateSearch: poolsSearch,
  component: page(() => import('@/features/candidates/pools/PoolsPage'), 'PoolsPage', ['pools']),
})
const pool = createRoute({
  getParentRoute: () => desk,
  path: '/pools/$id',
  validateSearch: poolSearch,
  component: page(() => import('@/features/candidates/pools/PoolPage'), 'PoolPage', ['pools', 'candidates']),
})
const poolImport = createRoute({
  getParentRoute: () => desk,
  path: '/pools/$id/import',
  validateSearch: importSearch,
  component: page(() => import('@/features/candidates/pools/importing/ImportPage'), 'ImportPage', ['pools']),
})
const lots = createRoute({
  getParentRoute: () => desk,
  path: '/lots',
  validateSearch: lotsSearch,
  component: page(() => import('@/features/candidates/lots/LotsPage'), 'LotsPage', ['lots']),
})
const lot = createRoute({
  getParentRoute: () => desk,
  path: '/lots/$id',
  component: page(() => import('@/features/candidates/lots/LotPage'), 'LotPage', ['lots']),
})
const draw = createRoute({
  getParentRoute: () => desk,
  path: '/pools/$id/draw',
  validateSearch: drawSearch,
  component: page(() => import('@/features/candidates/lots/draw/DrawPage'), 'DrawPage', ['lots']),
})
const interviews = createRoute({
  getParentRoute: () => desk,
  path: '/interviews',
  validateSearch: interviewsSearch,
  component: page(() => import('@/features/scheduling/InterviewsPage'), 'InterviewsPage', ['scheduling']),
})
const board = createRoute({
  getParentRoute: () => desk,
  path: '/interviews/board',
  validateSearch: boardSearch,
  component: page(() => import('@/features/scheduling/board/BoardPage'), 'BoardPage', [
    'board',
    'scheduling',
  ]),
})
const newInterview = createRoute({
  getParentRoute: () => desk,
  path: '/interviews/new',
  validateSearch: newInterviewSearch,
  component: page(() => import('@/features/scheduling/NewInterviewPage'), 'NewInterviewPage', [
    'scheduling',
    'candidates',
  ]),
})
const interview = createRoute({
  getParentRoute: () => desk,
  path: '/interviews/$id',
  component: page(() => import('@/features/scheduling/InterviewPage'), 'InterviewPage', [
    'scheduling',
    'coding',
  ]),
})
const lotSchedule = createRoute({
  getParentRoute: () => desk,
  path: '/lots/$id/schedule',
  component: page(() => import('@/features/scheduling/lot/LotSchedulePage'), 'LotSchedulePage', [
    'lot_schedule',
    'scheduling',
  ]),
})
const lotComparison = createRoute({
  getParentRoute: () => desk,
  path: '/lots/$id/compare',
  component: page(() => import('@/features/reports/compare/ComparePage'), 'ComparePage', [
    'comparison',
    'reports',
  ]),
})
const messages = createRoute({
  getParentRoute: () => desk,
  path: '/messages',
  validateSearch: messagesSearch,
  component: page(() => import('@/features/notifications/MessagesPage'), 'MessagesPage', ['notifications']),
})
const message = createRoute({
  getParentRoute: () => desk,
  path: '/messages/$id',
  component: page(() => import('@/features/notifications/MessagePage'), 'MessagePage', ['notifications']),
})
const reports = createRoute({
  getParentRoute: () => desk,
  path: '/reports',
  validateSearch: listSearch,
  component: page(() => import('@/features/reports/ReportsPage'), 'ReportsPage', ['reports']),
})
const report = createRoute({
  getParentRoute: () => desk,
  path: '/reports/$id',
  component: page(() => import('@/features/reports/ReportPage'), 'ReportPage', [
    'reports',
    'proctoring',
    'coding',
    'scorecards',
  ]),
})

const tokens = createRoute({
  getParentRoute: () => desk,
  path: '/tokens',
  component: page(() => import('@/features/accounts/TokensPage'), 'TokensPage', ['accounts']),
})

const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  component: page(() => import('@/features/accounts/look/LookPage'), 'LookPage', ['accounts']),
})

const runs = createRoute({
  getParentRoute: () => desk,
  path: '/runs',
  component: page(() => import('@/features/coding/operations/RunsPage'), 'RunsPage', ['runs', 'coding']),
})

/** The room has the whole page to itself. */
const room = createRoute({
  getParentRoute: () => staff,
  path: '/interviews/$id/room',
  component: page(() => import('@/features/rooms/InterviewerRoomPage'), 'InterviewerRoomPage', [
    'rooms',
    'proctoring',
    'coding',
    'scorecards',
  ]),
})
const door = createRoute({
  getParentRoute: () => root,
  path: '/interview',
  validateSearch: doorSearch,
  component: page(() => import('@/features/rooms/InterviewDoorPage'), 'InterviewDoorPage', ['rooms']),
})

// The candidate's journey
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/i/$token',
  component: page(() => import('./InvitationRoute'), 'InvitationRoute', []),
})
export const joinPage = page(() => import('@/features/rooms/JoinPage'), 'JoinPage', [
  'consent',
  'rooms',
  'observed',
  'proctoring',
  'calibration',
  'liveness',
  'coding',
])
const join = createRoute({ getParentRoute: () => root, path: '/join', component: joinPage })

const deviceTest = createRoute({
  getParentRoute: () => root,
  path: '/device-test',
  component: page(() => import('@/features/rooms/DeviceTestPage'), 'DeviceTestPage', ['rooms', 'proctoring']),
})

const models = createRoute({
  getParentRoute: () => root,
  path: '/about-models',
  component: page(() => import('@/features/models/ModelsPage'), 'ModelsPage', ['models']),
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
  board,
  newInterview,
  interview,
  lotSchedule,
  lotComparison,
  messages,
  message,
  reports,
  report,
  tokens,
  settings,
  runs,
]

const routes = root.addChildren([
  home,
  signIn,
  door,
  invitation,
  join,
  deviceTest,
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
