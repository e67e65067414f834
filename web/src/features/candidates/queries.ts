import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api } from '@/api/client'
import type { Page } from '@/api/page'

export type Candidate = {
  id: string
  name: string
  email: string
  zone: string
  phone: string
  note: string
  created_at: string
  interviews: number
}
export type CandidateDetails = Pick<Candidate, 'name' | 'email' | 'zone' | 'phone' | 'note'>

const PATH = '/api/candidates'

export const candidatesQuery = (search = '', page = 1) =>
  queryOptions({
    queryKey: ['candidates', 'list', { search, page }],
    queryFn: ({ signal }) => api.get<Page<Candidate>>(PATH, { query: { search, page }, signal }),
    placeholderData: keepPreviousData,
  })

export const candidateQuery = (id: string) =>
  queryOptions({
    queryKey: ['candidates', 'one', id],
    queryFn: ({ signal }) => api.get<Candidate>(`${PATH}/${id}`, { signal }),
  })

/** Adds a candidate, or changes the one whose id is given. */
export function useSaveCandidate(id?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (details: CandidateDetails) =>
      id ? api.patch<Candidate>(`${PATH}/${id}`, details) : api.post<Candidate>(PATH, details),
    onSuccess: () => client.invalidateQueries({ queryKey: ['candidates'] }),
  })
}

export function useDeleteCandidate(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete(`${PATH}/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['candidates', 'list'] }),
  })
}
