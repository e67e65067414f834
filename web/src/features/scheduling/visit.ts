/** The candidate's side of an interview: what the link and the device session let them see and do. */

import { answer, desk, type Schemas } from '@/api/client'

export type Invitation = Schemas['InterviewForCandidate']
export type Visit = Schemas['VisitOut']
type Agreement = NonNullable<Visit['consent']>

/** The wording that a candidate agrees to. A change of its meaning is a new version. */
export const CONSENT_TEXT = 'en-3'

/** They agreed to be observed by words that told of less: they are asked again. */
export const isOutdated = ({ observation, text_version }: Agreement) =>
  observation && text_version !== CONSENT_TEXT

export const openInvitation = (token: string) =>
  answer(desk.POST('/api/invitations/open', { body: { token } }))
export const continueInvitation = (token: string) =>
  answer(desk.POST('/api/invitations/continue', { body: { token } }))
export const resendInvitation = (token: string) =>
  answer(desk.POST('/api/invitations/resend', { body: { token } }))
export const getVisit = () => answer(desk.GET('/api/visit'))
export const getSeals = () => answer(desk.GET('/api/visit/seals'))
export const giveConsent = (observation: boolean) =>
  answer(desk.POST('/api/visit/consent', { body: { call: true, observation, text_version: CONSENT_TEXT } }))
export const leaveVisit = () => answer(desk.POST('/api/visit/leave'))
