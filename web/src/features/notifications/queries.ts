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
const LOOK_AGAIN_LATER_MS = 20_000

export const calendarPath = (id: string) => `/api/messages/${id}/calendar.ics`

type Wanted = { fate: Fate | undefined; search: string; interview: string | undefined }

export const messagesQuery = ({ fate, search, interview }: Wanted, page: number) =>
  queryOptions({
    queryKey: ['messages', 'list', { fate, search, interview }, page],
    queryFn: ({ signal }) =>
      answer(
        desk.GET('/api/messages', {
          params: {
            query: { page, search, ...(fate && { fate }), ...(interview && { interview_id: interview }) },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => data?.items.some(isOnItsWay) && LOOK_AGAIN_MS,
  })

/** How many are not done with, by how they fare. */
export const openQuery = queryOptions({
  queryKey: ['messages', 'open'],
  queryFn: ({ signal }) => answer(desk.GET('/api/messages/open', { signal })),
  refetchInterval: LOOK_AGAIN_LATER_MS,
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

/** All in a state, or those named; they leave a little later, so that it can be taken back. */
export function useSendAgain() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['RetryAll']) => answer(desk.POST('/api/messages/retry', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['messages'] }),
  })
}

export function useTakeBack() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (message_ids: string[]) =>
      answer(desk.POST('/api/messages/retry/undo', { body: { message_ids } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['messages'] }),
  })
}
