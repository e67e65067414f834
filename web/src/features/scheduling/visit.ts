/** The candidate's side of an interview: what the link and the device session let them see and do. */

import { api } from '@/api/client'

export interface Invitation {
  organisation: string
  title: string
  starts_at: string
  /** The zone of those who ask. */
  zone: string
  candidate_zone: string
  minutes: number
  interviewers: string[]
}

export interface OpenedInvitation extends Invitation {
  /** Whether a browser already continued with this link, and whether it is this one. */
  device: 'none' | 'this' | 'other'
}

export interface Consent {
  call: boolean
  observation: boolean
  given_at: string
}

export interface Visit {
  interview: Invitation
  candidate: { name: string; zone: string }
  consent: Consent | null
  room: { state: 'open' | 'live' | 'ended'; admission: 'waiting' | 'admitted' | 'removed' } | null
}

/** The wording that a candidate agrees to. A change of its meaning is a new version. */
export const CONSENT_TEXT = 'en-1'

export const openInvitation = (token: string) => api.post<OpenedInvitation>('/api/invitations/open', { token })
export const continueInvitation = (token: string) => api.post('/api/invitations/continue', { token })
export const resendInvitation = (token: string) => api.post('/api/invitations/resend', { token })
export const getVisit = () => api.get<Visit>('/api/visit')
export const giveConsent = (observation: boolean) =>
  api.post('/api/visit/consent', { call: true, observation, text_version: CONSENT_TEXT })
export const leaveVisit = () => api.post('/api/visit/leave')
