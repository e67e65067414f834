import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'

import { api } from '@/api/client'
import { FairviewProblem } from '@/api/problem'

export type Me = {
  id: string
  name: string
  email: string
  role: string
  organisation: { id: string; name: string; zone: string }
  zone: string
  may: string[]
}
export type Person = { id: string; name: string; email: string; role: string }

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/api/me', { signal }),
  staleTime: Infinity,
})

/** Who is signed in. Pages that call it stand behind `RequireStaff`, which has asked already. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

export function useMay(capability: string): boolean {
  return useMe().may.includes(capability)
}

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => api.get<Person[]>('/api/people', { signal }),
})

const SESSION = '/_allauth/browser/v1/auth'
const ALREADY_SIGNED_IN = 409
const SIGNED_OUT = 401

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (words: { email: string; password: string }) =>
      api.post(`${SESSION}/login`, words).catch(unless(ALREADY_SIGNED_IN)),
    onSuccess: () => client.clear(),
  })
}

/** The server answers a sign-out with 401: nobody is signed in any more, which is what was asked. */
export async function signOut(): Promise<void> {
  await api.delete(`${SESSION}/session`).catch(unless(SIGNED_OUT))
}

function unless(expected: number) {
  return (problem: unknown) => {
    if (!(problem instanceof FairviewProblem && problem.status === expected)) throw problem
  }
}
