/** Interviews as the desk reads and plans them. */

import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'

import { api } from '@/api/client'
import type { Page } from '@/api/page'

export type InterviewState = 'planned' | 'invited' | 'confirmed' | 'waiting' | 'live' | 'ended' | 'cancelled'
export type Invitation = {
  sent_at: string
  opened_at: string | null
  delivery: 'queued' | 'sent' | 'outbox' | 'failed'
  error_code: string | null
  message_id: string
}
export type InterviewCard = {
  id: string
  title: string
  state: InterviewState
  starts_at: string
  zone: string
  minutes: number
  candidate: { id: string; name: string; email: string; zone: string }
  interviewers: { id: string; name: string }[]
  invitation: Invitation | null
  consent: { given_at: string; observation: boolean } | null
  room_session_id: string | null
  report: { state: 'none' | 'preparing' | 'ready'; score: number | null } | null
  is_mine: boolean
}
export type Plan = {
  candidate_id: string
  title: string
  date: string
  time: string
  zone: string
  /** Which of two moments, where clocks show the time twice. */
  fold: 0 | 1 | null
  minutes: number
  interviewer_ids: string[]
}
export type Waiting = {
  kind: 'not_invited' | 'delivery_failed' | 'candidate_waiting' | 'consent_missing' | 'report_ready'
  count: number
  interview_id: string | null
  candidate: string | null
  message_id: string | null
}
export type Today = { waiting: Waiting[]; interviews: InterviewCard[] }

const PATH = '/api/interviews'
/** People act on what waits, so it is looked at again while the page is open. */
const LOOK_AGAIN_MS = 20_000

export const todayQuery = queryOptions({
  queryKey: ['interviews', 'today'],
  queryFn: ({ signal }) => api.get<Today>('/api/today', { signal }),
  refetchInterval: LOOK_AGAIN_MS,
})

export const interviewsQuery = (when: 'upcoming' | 'past', page: number) =>
  queryOptions({
    queryKey: ['interviews', 'list', { when, page }],
    queryFn: ({ signal }) => api.get<Page<InterviewCard>>(PATH, { query: { when, page }, signal }),
    placeholderData: keepPreviousData,
  })

export const interviewsOfCandidateQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ['interviews', 'list', { candidateId }],
    queryFn: ({ signal }) =>
      api.get<Page<InterviewCard>>(PATH, { query: { when: 'all', candidate_id: candidateId }, signal }),
  })

export const interviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['interviews', 'one', id],
    queryFn: ({ signal }) => api.get<InterviewCard>(`${PATH}/${id}`, { signal }),
    refetchInterval: LOOK_AGAIN_MS,
  })

function remember(client: QueryClient, card: InterviewCard): Promise<void> {
  client.setQueryData(interviewQuery(card.id).queryKey, card)
  return client.invalidateQueries({ queryKey: ['interviews'] })
}

/** Plans an interview, or changes the one whose id is given. */
export function usePlanInterview(id?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (plan: Partial<Plan>) =>
      id ? api.patch<InterviewCard>(`${PATH}/${id}`, plan) : api.post<InterviewCard>(PATH, plan),
    onSuccess: (card) => remember(client, card),
  })
}

export function useSendInvitation(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<InterviewCard>(`${PATH}/${id}/invitation`),
    onSuccess: (card) => remember(client, card),
  })
}

export function useCancelInterview(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<InterviewCard>(`${PATH}/${id}/cancel`),
    onSuccess: (card) => remember(client, card),
  })
}
