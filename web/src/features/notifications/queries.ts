import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api } from '@/api/client'
import type { Page } from '@/api/page'

export type MessageState = 'queued' | 'outbox' | 'sending' | 'sent' | 'failed'
export type MessageRow = {
  id: string
  to: string
  subject: string
  created_at: string
  state: MessageState
  error_code: string
  attempts: number
  has_calendar: boolean
  reference: string
}
/** `error` is what the mail server said, word for word. */
export type Message = MessageRow & { text: string; html: string; error: string }

const PATH = '/api/messages'
const LOOK_AGAIN_MS = 3000

export const calendarPath = (id: string) => `${PATH}/${id}/calendar.ics`

export const messagesQuery = (page: number) =>
  queryOptions({
    queryKey: ['messages', 'list', page],
    queryFn: ({ signal }) => api.get<Page<MessageRow>>(PATH, { query: { page }, signal }),
    placeholderData: keepPreviousData,
  })

/** While it is on its way it is looked at again. */
export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ['messages', 'one', id],
    queryFn: ({ signal }) => api.get<Message>(`${PATH}/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => data !== undefined && isOnItsWay(data) && LOOK_AGAIN_MS,
  })

export function isOnItsWay({ state }: MessageRow): boolean {
  return state === 'queued' || state === 'sending'
}

export function useRetry(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<Message>(`${PATH}/${id}/retry`),
    onSuccess: (message) => {
      client.setQueryData(messageQuery(id).queryKey, message)
      return client.invalidateQueries({ queryKey: ['messages', 'list'] })
    },
  })
}
