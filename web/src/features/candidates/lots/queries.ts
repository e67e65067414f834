import { keepPreviousData, queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type Lot = Schemas['LotOut']
export type LotLine = Schemas['LotLine']
export type Place = Schemas['PlaceOut']
export type Preview = Schemas['LotPreviewOut']
export type Recheck = Schemas['RecheckOut']
export type Pool = Schemas['PoolOut']
export type Member = Schemas['MemberOut']
export type Way = Lot['way']
/** What takes part and how it is chosen, as far as it can be looked at before. */
export type Wish = Required<Schemas['WishIn']>
/** One alternate called up. */
export type Call = Schemas['CallOut']
export type Part = 'drawn' | 'alternates'

const one = (id: string) => ({ params: { path: { lot_id: id } } })

export const lotsQuery = (pool: string | undefined, page = 1, search = '') =>
  queryOptions({
    queryKey: ['lots', 'list', { pool, page, search }],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/lots', { params: { query: { ...(pool && { pool }), page, search } }, signal })),
    placeholderData: keepPreviousData,
  })

export const lotQuery = (id: string) =>
  queryOptions({
    queryKey: ['lots', 'one', id],
    queryFn: ({ signal }) => answer(desk.GET('/api/lots/{lot_id}', { ...one(id), signal })),
  })

export const placesQuery = (id: string, part: Part, page = 1) =>
  queryOptions({
    queryKey: ['lots', 'one', id, 'places', { part, page }],
    queryFn: ({ signal }) =>
      answer(
        desk.GET('/api/lots/{lot_id}/places', {
          params: { path: { lot_id: id }, query: { part, page } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const callsQuery = (id: string) =>
  queryOptions({
    queryKey: ['lots', 'one', id, 'calls'],
    queryFn: ({ signal }) => answer(desk.GET('/api/lots/{lot_id}/replacements', { ...one(id), signal })),
  })

/** Never shown before it is answered anew: what is seen is what is drawn. */
export const previewQuery = (wish: Wish | undefined) =>
  queryOptions({
    queryKey: ['lots', 'preview', wish],
    queryFn: wish
      ? ({ signal }) => answer(desk.GET('/api/lots/preview', { params: { query: wish }, signal }))
      : skipToken,
    staleTime: 0,
  })

export const poolQuery = (id: string) =>
  queryOptions({
    queryKey: ['lots', 'pool', id],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/pools/{pool_id}', { params: { path: { pool_id: id } }, signal })),
  })

export const membersQuery = (pool: string, search: string, page: number) =>
  queryOptions({
    queryKey: ['lots', 'members', pool, { search, page }],
    queryFn: ({ signal }) =>
      answer(
        desk.GET('/api/pools/{pool_id}/members', {
          params: { path: { pool_id: pool }, query: { search, page } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** The same request key makes one lot, however often it is sent. */
export function useMakeLot() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['LotIn']) => answer<Lot>(desk.POST('/api/lots', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['lots'] }),
  })
}

export function useCheckLot(id: string) {
  return useMutation({
    mutationFn: () => answer<Recheck>(desk.POST('/api/lots/{lot_id}/verify', one(id))),
  })
}

export function useCallUp(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['ReplacementIn']) =>
      answer<Schemas['LotReplacementOut']>(
        desk.POST('/api/lots/{lot_id}/replacements', { ...one(id), body }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['lots', 'one', id] }),
  })
}

export const recordAddress = (id: string) => `/api/lots/${id}/record.json`
export const poolAddress = (id: string) => `/api/lots/${id}/pool.csv`

/** As the downloads are called: what an id is told apart by is its end. */
const nameOf = (id: string) => id.slice(-12)

export const verifyCommand = (id: string) =>
  `fairview lot verify lot-${nameOf(id)}.json --pool pool-${nameOf(id)}.csv`

export function hashCommand({ id, strategy }: Pick<Lot, 'id' | 'strategy'>): string {
  const how = strategy && strategy !== 'random' ? ` --strategy "${strategy}"` : ''
  return `fairview lot hash --pool pool-${nameOf(id)}.csv${how}`
}
