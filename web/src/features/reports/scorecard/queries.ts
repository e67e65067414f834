import { queryOptions } from '@tanstack/react-query'

import { answer, desk } from '@/api/client'

import type { CardStore } from './keeper'

const of = (roomSession: string) => ({ params: { path: { room_session_id: roomSession } } })

const loadCard = (roomSession: string) =>
  answer(desk.GET('/api/scorecards/{room_session_id}', of(roomSession)))

/** Asked once: from then on the page knows better than the server. */
export const scorecardQuery = (roomSession: string) =>
  queryOptions({
    queryKey: ['scorecard', roomSession],
    queryFn: () => loadCard(roomSession),
    staleTime: Infinity,
    gcTime: 0,
  })

export const cardStore = (roomSession: string): CardStore => ({
  load: () => loadCard(roomSession),
  save: (version, draft) =>
    answer(
      desk.PUT('/api/scorecards/{room_session_id}', {
        ...of(roomSession),
        body: { version, ...draft },
        // A page that closes still gets its last words out.
        keepalive: true,
      }),
    ),
  submit: (version) =>
    answer(desk.POST('/api/scorecards/{room_session_id}/submit', { ...of(roomSession), body: { version } })),
})
