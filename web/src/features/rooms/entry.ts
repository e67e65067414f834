/** Ways into a room, and what staff may do in it: requests to the desk. */

import { api } from '@/api/client'

export interface RoomEntry {
  room_session_id: string
  participant_id: string
  ticket: string
  ice_servers: RTCIceServer[]
  relay_only: boolean
  media: 'mesh'
}

export type EnterRoom = () => Promise<RoomEntry>

export const enterAsStaff = (interviewId: string) =>
  api.post<RoomEntry>(`/api/interviews/${interviewId}/room`)
export const enterAsCandidate = () => api.post<RoomEntry>('/api/visit/room')

export const admit = (room: string, participant: string) =>
  api.post(`/api/rooms/${room}/participants/${participant}/admit`)
export const remove = (room: string, participant: string) =>
  api.post(`/api/rooms/${room}/participants/${participant}/remove`)
export const startSession = (room: string) => api.post(`/api/rooms/${room}/start`)
export const endSession = (room: string) => api.post(`/api/rooms/${room}/end`)
export const reviewIncident = (room: string, incident: string, review: 'open' | 'confirmed' | 'dismissed') =>
  api.post(`/api/rooms/${room}/incidents/${incident}/review`, { review, note: '' })
