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
export type Need = Schemas['NeedOnPage']
export type Today = Schemas['Today']
type When = 'upcoming' | 'past' | 'all'
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

/** Those that Today counts as one kind. */
export const waitingQuery = (waits: Waiting['kind'], page: number) =>
  queryOptions({
    queryKey: ['interviews', 'list', { waits, page }],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/interviews', { params: { query: { waits, page } }, signal })),
    placeholderData: keepPreviousData,
  })

export const interviewsQuery = (when: When, page: number, lot?: string, search = '') =>
  queryOptions({
    queryKey: ['interviews', 'list', { when, page, lot, search }],
    queryFn: ({ signal }) =>
      answer(
        desk.GET('/api/interviews', {
          params: { query: { when, page, search, ...(lot && { lot_id: lot }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** What takes anybody's time between two moments. */
export const boardQuery = (start: Date, end: Date) => {
  const query = { start: start.toISOString(), end: end.toISOString() }
  return queryOptions({
    queryKey: ['interviews', 'board', query],
    queryFn: ({ signal }) => answer(desk.GET('/api/interviews/board', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  })
}

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

export type RuleName = InterviewCard['rules_off'][number]

/** What the candidate asked. */
export const needsQuery = (id: string) =>
  queryOptions({
    queryKey: ['interviews', 'needs', id],
    queryFn: ({ signal }) => answer(desk.GET('/api/interviews/{interview_id}/needs', { ...one(id), signal })),
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

/** As `useChangeInterview`, for whichever interview is meant. */
export function useMoveInterview() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: Schemas['ChangeIn'] }) =>
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

export function useSwitchRulesOff(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (rules: readonly RuleName[]) =>
      answer(
        desk.PUT('/api/interviews/{interview_id}/rules-off', { ...one(id), body: { rules: [...rules] } }),
      ),
    onSuccess: (card) => remember(client, card),
  })
}

export function useAnswerNeed(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ need, text }: { need: string; text: string }) =>
      answer(
        desk.POST('/api/interviews/{interview_id}/needs/{need_id}/answer', {
          params: { path: { interview_id: id, need_id: need } },
          body: { text },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['interviews'] }),
  })
}

/** One after another. Resolves to how many were sent; what is refused for one does not hold up the others. */
export function useSendInvitations() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      let sent = 0
      for (const id of ids) {
        const { response } = await desk.POST('/api/interviews/{interview_id}/invitation', one(id))
        if (response.ok) sent += 1
      }
      return sent
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['interviews'] }),
  })
}

export function useCancelInterview(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(desk.POST('/api/interviews/{interview_id}/cancel', one(id))),
    onSuccess: (card) => remember(client, card),
  })
}
