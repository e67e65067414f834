/** Interviews as the desk reads and plans them. */

import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type InterviewCard = Schemas['InterviewCard']
export type Invitation = Schemas['InvitationOnCard']
export type Reminder = Schemas['ReminderOnPage']
export type Today = Schemas['Today']
export type Waiting = Schemas['Waiting']
/** `fold` says which of two moments, where clocks show the time twice. */
export type Plan = Required<Schemas['PlanIn']>

const one = (id: string) => ({ params: { path: { interview_id: id } } })
/** People act on what waits, so it is looked at again while the page is open. */
const LOOK_AGAIN_MS = 20_000
/** While a letter is on its way. */
const LOOK_AGAIN_SOON_MS = 3000

export const todayQuery = queryOptions({
  queryKey: ['interviews', 'today'],
  queryFn: ({ signal }) => answer(desk.GET('/api/today', { signal })),
  refetchInterval: LOOK_AGAIN_MS,
})

export const interviewsQuery = (when: 'upcoming' | 'past', page: number, lot?: string) =>
  queryOptions({
    queryKey: ['interviews', 'list', { when, page, lot }],
    queryFn: ({ signal }) =>
      answer(
        desk.GET('/api/interviews', {
          params: { query: { when, page, ...(lot && { lot_id: lot }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const interviewsOfCandidateQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ['interviews', 'list', { candidateId }],
    queryFn: ({ signal }) =>
      answer(
        desk.GET('/api/interviews', {
          params: { query: { when: 'all', candidate_id: candidateId } },
          signal,
        }),
      ),
  })

export const interviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['interviews', 'one', id],
    queryFn: ({ signal }) => answer(desk.GET('/api/interviews/{interview_id}', { ...one(id), signal })),
    refetchInterval: ({ state: { data } }) =>
      data?.invitation?.delivery === 'queued' ? LOOK_AGAIN_SOON_MS : LOOK_AGAIN_MS,
  })

export const remindersQuery = (id: string) =>
  queryOptions({
    queryKey: ['interviews', 'reminders', id],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/interviews/{interview_id}/reminders', { ...one(id), signal })),
    refetchInterval: LOOK_AGAIN_MS,
  })

function remember(client: QueryClient, card: InterviewCard): Promise<void> {
  client.setQueryData(interviewQuery(card.id).queryKey, card)
  return client.invalidateQueries({ queryKey: ['interviews'] })
}

export function usePlanInterview() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Plan) => answer(desk.POST('/api/interviews', { body })),
    onSuccess: (card) => remember(client, card),
  })
}

export function useChangeInterview(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['ChangeIn']) =>
      answer(desk.PATCH('/api/interviews/{interview_id}', { ...one(id), body })),
    onSuccess: (card) => remember(client, card),
  })
}

export function useSendInvitation(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(desk.POST('/api/interviews/{interview_id}/invitation', one(id))),
    onSuccess: (card) => remember(client, card),
  })
}

export function useCancelInterview(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(desk.POST('/api/interviews/{interview_id}/cancel', one(id))),
    onSuccess: (card) => remember(client, card),
  })
}
