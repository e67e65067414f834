import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type Candidate = Schemas['CandidateOut']
export type CandidateDetails = Required<Schemas['CandidateIn']>

const one = (id: string) => ({ params: { path: { candidate_id: id } } })

export const candidatesQuery = (search = '', page = 1) =>
  queryOptions({
    queryKey: ['candidates', 'list', { search, page }],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/candidates', { params: { query: { search, page } }, signal })),
    placeholderData: keepPreviousData,
  })

export const candidateQuery = (id: string) =>
  queryOptions({
    queryKey: ['candidates', 'one', id],
    queryFn: ({ signal }) => answer(desk.GET('/api/candidates/{candidate_id}', { ...one(id), signal })),
  })

/** Adds a candidate, or changes the one whose id is given. */
export function useSaveCandidate(id?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CandidateDetails) =>
      answer<Candidate>(
        id
          ? desk.PATCH('/api/candidates/{candidate_id}', { ...one(id), body })
          : desk.POST('/api/candidates', { body }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['candidates'] }),
  })
}

export function useDeleteCandidate(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => desk.DELETE('/api/candidates/{candidate_id}', one(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['candidates', 'list'] }),
  })
}
