import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type MessageRow = Schemas['MessageRow']
export type Message = Schemas['MessageOut']
export type MessageState = MessageRow['state']

const one = (id: string) => ({ params: { path: { message_id: id } } })
const LOOK_AGAIN_MS = 3000

export const calendarPath = (id: string) => `/api/messages/${id}/calendar.ics`

export const messagesQuery = (page: number) =>
  queryOptions({
    queryKey: ['messages', 'list', page],
    queryFn: ({ signal }) => answer(desk.GET('/api/messages', { params: { query: { page } }, signal })),
    placeholderData: keepPreviousData,
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
      return client.invalidateQueries({ queryKey: ['messages', 'list'] })
    },
  })
}
