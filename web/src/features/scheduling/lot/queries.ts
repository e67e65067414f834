/** The interviews of a lot as the desk plans, invites and follows them. */

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type LotInterviews = Schemas['LotInterviews']
export type LotPlan = Schemas['LotPlan']
export type LeftOut = Schemas['LeftOut']
export type PlannedRow = Schemas['PlannedRow']
export type RowProblem = Schemas['RowProblem']
export type Pattern = Required<Schemas['PatternIn']>
export type LotWish = Required<Schemas['LotInterviewsIn']>

const of = (id: string) => ({ params: { path: { lot_id: id } } })
const LOOK_AGAIN_MS = 20_000
/** While letters are on their way. */
const LOOK_AGAIN_SOON_MS = 2000

/** Under the interviews, so that a change of any of them is seen here too. */
export const lotInterviewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['interviews', 'lot', id],
    queryFn: ({ signal }) => answer(desk.GET('/api/lots/{lot_id}/interviews', { ...of(id), signal })),
    refetchInterval: ({ state: { data } }) => (data?.queued ? LOOK_AGAIN_SOON_MS : LOOK_AGAIN_MS),
  })

export function useProposePlan(id: string) {
  return useMutation({
    mutationFn: (body: Pattern) => answer(desk.POST('/api/lots/{lot_id}/plan', { ...of(id), body })),
  })
}

export function useCheckPlan(id: string) {
  return useMutation({
    mutationFn: (body: Schemas['RowsIn']) =>
      answer(desk.POST('/api/lots/{lot_id}/plan/check', { ...of(id), body })),
  })
}

export function usePlanLot(id: string) {
  const remember = useRemember(id)
  return useMutation({
    mutationFn: (body: LotWish) => answer(desk.POST('/api/lots/{lot_id}/interviews', { ...of(id), body })),
    onSuccess: remember,
  })
}

export function useInviteLot(id: string) {
  const remember = useRemember(id)
  return useMutation({
    mutationFn: () => answer(desk.POST('/api/lots/{lot_id}/invitations', of(id))),
    onSuccess: remember,
  })
}

function useRemember(id: string) {
  const client = useQueryClient()
  return (now: LotInterviews) => {
    client.setQueryData(lotInterviewsQuery(id).queryKey, now)
    return client.invalidateQueries({ queryKey: ['interviews'] })
  }
}
