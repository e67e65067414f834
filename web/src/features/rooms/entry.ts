/** Ways into a room, and what staff may do in it: requests to the desk. */

import { answer, desk, type Schemas } from '@/api/client'

type Entrance = Schemas['EntranceOut']
export type RoomEntry = Omit<Entrance, 'ice_servers'> & { ice_servers: RTCIceServer[] }
export type EnterRoom = () => Promise<RoomEntry>
type Review = Schemas['ReviewIn']['review']

const inRoom = (room: string) => ({ params: { path: { room_session_id: room } } })
const someoneIn = (room: string, participant: string) => ({
  params: { path: { room_session_id: room, participant_id: participant } },
})

/** The browser takes null for a name, so what is not there is left out. */
function asBrowserWants({ ice_servers, ...entrance }: Entrance): RoomEntry {
  const servers = ice_servers.map(({ urls, username, credential }) => ({
    urls,
    ...(username && { username }),
    ...(credential && { credential }),
  }))
  return { ...entrance, ice_servers: servers }
}

export const enterAsStaff = (interview: string) =>
  answer(
    desk.POST('/api/interviews/{interview_id}/room', { params: { path: { interview_id: interview } } }),
  ).then(asBrowserWants)
export const enterAsCandidate = () => answer(desk.POST('/api/visit/room')).then(asBrowserWants)

export const admit = (room: string, participant: string) =>
  answer(
    desk.POST(
      '/api/rooms/{room_session_id}/participants/{participant_id}/admit',
      someoneIn(room, participant),
    ),
  )
export const remove = (room: string, participant: string) =>
  answer(
    desk.POST(
      '/api/rooms/{room_session_id}/participants/{participant_id}/remove',
      someoneIn(room, participant),
    ),
  )
export const startSession = (room: string) =>
  answer(desk.POST('/api/rooms/{room_session_id}/start', inRoom(room)))
export const endSession = (room: string) =>
  answer(desk.POST('/api/rooms/{room_session_id}/end', inRoom(room)))
export const reviewIncident = (room: string, incident: string, review: Review) =>
  answer(
    desk.POST('/api/rooms/{room_session_id}/incidents/{incident_id}/review', {
      params: { path: { room_session_id: room, incident_id: incident } },
      body: { review, note: '' },
    }),
  )
