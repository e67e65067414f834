import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

type DecisionIn = Schemas['DecisionIn']
export type DecisionName = DecisionIn['decision']

export const DECISIONS: readonly DecisionName[] = ['advance', 'hold', 'decline']

const of = (interview: string) => ({ params: { path: { interview_id: interview } } })

export const decisionsQuery = (interview: string) =>
  queryOptions({
    queryKey: ['decisions', interview],
    queryFn: () => answer(desk.GET('/api/interviews/{interview_id}/decisions', of(interview))),
  })

/** Records what the person decided; every list that shows it is asked for again. */
export function useDecide(interview: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DecisionIn) =>
      answer(desk.POST('/api/interviews/{interview_id}/decisions', { ...of(interview), body })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['decisions', interview] }),
        client.invalidateQueries({ queryKey: ['comparison'] }),
        client.invalidateQueries({ queryKey: ['reports'] }),
      ]),
  })
}
