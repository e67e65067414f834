import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas, send } from '@/api/client'

import type { MemberFilter, Selection } from './selection'

export type Pool = Schemas['PoolOut']
export type Member = Schemas['MemberOut']
export type Members = Schemas['Page_MemberOut_']

const one = (id: string) => ({ params: { path: { pool_id: id } } })

export const poolsQuery = (archived: boolean, page = 1, search = '') =>
  queryOptions({
    queryKey: ['pools', 'list', { archived, page, search }],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/pools', { params: { query: { archived, page, search } }, signal })),
    placeholderData: keepPreviousData,
  })

export const poolQuery = (id: string) =>
  queryOptions({
    queryKey: ['pools', 'one', id, 'pool'],
    queryFn: ({ signal }) => answer(desk.GET('/api/pools/{pool_id}', { ...one(id), signal })),
  })

/** As many as the server puts on a page. */
export const PAGE_SIZE = 50

export const membersPageQuery = (id: string, filter: MemberFilter, page: number) =>
  queryOptions({
    queryKey: ['pools', 'one', id, 'members', { ...filter, page }],
    queryFn: ({ signal }) =>
      answer(
        desk.GET('/api/pools/{pool_id}/members', {
          params: { path: { pool_id: id }, query: { ...filter, page } },
          signal,
        }),
      ),
  })

/** The same; the page before stays until it is there. */
export const membersQuery = (id: string, filter: MemberFilter, page: number) => ({
  ...membersPageQuery(id, filter, page),
  placeholderData: keepPreviousData<Members>,
})

export const valuesQuery = (id: string, column: string) =>
  queryOptions({
    queryKey: ['pools', 'one', id, 'values', column],
    queryFn: ({ signal }) =>
      answer(
        desk.GET('/api/pools/{pool_id}/values', {
          params: { path: { pool_id: id }, query: { column } },
          signal,
        }),
      ),
    enabled: column !== '',
  })

/** Where everyone whom the filter finds is a file, in its order and without the columns that are hidden. */
export const membersFile = (id: string, filter: MemberFilter, hidden: readonly string[] = []) => {
  const asked = new URLSearchParams(filter)
  for (const column of hidden) asked.append('without', column)
  return `/api/pools/${id}/members.csv?${asked.toString()}`
}

/** The same of those who were chosen one by one: they may be more than an address can hold. */
export async function chosenFile(
  id: string,
  selection: Selection,
  hidden: readonly string[],
): Promise<string> {
  const answer = await send(
    new Request(new URL(`/api/pools/${id}/members.csv`, location.origin), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ selection, without: hidden }),
    }),
  )
  return answer.text()
}

function useRefresh(...key: string[]) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['pools', ...key] })
}

/** Makes a pool, or renames the one whose id is given. */
export function useSavePool(id?: string) {
  return useMutation({
    mutationFn: (name: string) =>
      answer<Pool>(
        id
          ? desk.PATCH('/api/pools/{pool_id}', { ...one(id), body: { name } })
          : desk.POST('/api/pools', { body: { name } }),
      ),
    onSuccess: useRefresh(),
  })
}

export function useArchivePool(id: string) {
  return useMutation({
    mutationFn: (archived: boolean) => desk.PATCH('/api/pools/{pool_id}', { ...one(id), body: { archived } }),
    onSuccess: useRefresh(),
  })
}

export function useChangeMember(pool: string, member: string) {
  return useMutation({
    mutationFn: (values: Record<string, string>) =>
      answer(
        desk.PATCH('/api/pools/{pool_id}/members/{member_id}', {
          params: { path: { pool_id: pool, member_id: member } },
          body: { values },
        }),
      ),
    onSuccess: useRefresh('one', pool),
  })
}

export function useAddMembers(pool: string) {
  return useMutation({
    mutationFn: (candidateIds: string[]) =>
      answer(
        desk.POST('/api/pools/{pool_id}/members', { ...one(pool), body: { candidate_ids: candidateIds } }),
      ),
    onSuccess: useRefresh(),
  })
}

export function useRemoveMembers(pool: string) {
  return useMutation({
    mutationFn: (selection: Selection) =>
      answer(desk.POST('/api/pools/{pool_id}/removals', { ...one(pool), body: { selection } })),
    onSuccess: useRefresh(),
  })
}

export function useUndoRemoval(pool: string) {
  return useMutation({
    mutationFn: (removal: string) =>
      answer(
        desk.POST('/api/pools/{pool_id}/removals/{removal_id}/undo', {
          params: { path: { pool_id: pool, removal_id: removal } },
        }),
      ),
    onSuccess: useRefresh(),
  })
}
