import { queryOptions } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type Runs = Schemas['RunsOut']
export type Runner = Schemas['RunnerOut']
export type LiveRun = Schemas['LiveRunOut']
export type Running = Schemas['RunningOut']
export type Ended = Schemas['EndedOut']

const LOOK_AGAIN_MS = 3000

export const runsQuery = queryOptions({
  queryKey: ['runs'],
  queryFn: ({ signal }) => answer(desk.GET('/api/runs', { signal })),
  refetchInterval: LOOK_AGAIN_MS,
})
