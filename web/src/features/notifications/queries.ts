import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'
import type { paths } from '@/api/schema.gen'

export type MessageRow = Schemas['MessageRow']
export type Message = Schemas['MessageOut']
export type MessageState = MessageRow['state']
type ListQuery = NonNullable<paths['/api/messages']['get']['parameters']['query']>
export type Fate = NonNullable<ListQuery['fate']>
/** What can be sent again together. */
export type Sendable = keyof Schemas['Sendable']

const one = (id: string) => ({ params: { path: { message_id: id } } })
const LOOK_AGAIN_MS = 3000

export const calendarPath = (id: string) => `/api/messages/${id}/calendar.ics`

export const messagesQuery = (fate: Fate | undefined, page: number) =>
  queryOptions({
    queryKey: ['messages', 'list', fate, page],
    queryFn: ({ signal }) => answer(desk.GET('/api/messages', { params: { query: { page, fate } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => data?.items.some(isOnItsWay) && LOOK_AGAIN_MS,
  })

export const sendableQuery = queryOptions({
  queryKey: ['messages', 'sendable'],
  queryFn: ({ signal }) => answer(desk.GET('/api/messages/sendable', { signal })),
})

/** While it is on its way it is looked at again. */
export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ['messages', 'one', id],
    queryFn: ({ signal }) => answer(desk.GET('/api/messages/{message_id}', { ...one(id), signal })),
    refetchInterval: ({ state: { data } }) => data !== undefined && isOnItsWay(data) && LOOK_AGAIN_MS,
  })

function isOnItsWay({ state }: MessageRow): boolean {
  return state === 'queued' || state === 'sending'
}

export function useRetry(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(desk.POST('/api/messages/{message_id}/retry', one(id))),
    onSuccess: (message) => {
      client.setQueryData(messageQuery(id).queryKey, message)
      return client.invalidateQueries({ queryKey: ['messages'] })
    },
  })
}

export function useRetryAll() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (state: Sendable) => answer(desk.POST('/api/messages/retry', { body: { state } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['messages'] }),
  })
}
