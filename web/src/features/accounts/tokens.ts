import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type Token = Schemas['ApiTokenOut']
export type NewToken = Schemas['NewApiToken']

const KEY = ['tokens']

export const tokensQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => answer(desk.GET('/api/tokens', { signal })),
})

export function useCreateToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['ApiTokenIn']) => answer<NewToken>(desk.POST('/api/tokens', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

export function useRevokeToken(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => desk.DELETE('/api/tokens/{token_id}', { params: { path: { token_id: id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

/** Where a token stands now. */
export function tokenState(token: Token, now: Date): 'revoked' | 'expired' | 'in_use' {
  if (token.revoked_at) return 'revoked'
  return token.expires_at && new Date(token.expires_at) <= now ? 'expired' : 'in_use'
}
