/** The candidate's side of an interview: what the link and the device session let them see and do. */

import { takeAskedAhead } from '@/api/ahead'
import { answer, desk, type Schemas, send } from '@/api/client'
import { meetPerson } from '@/lib/language'
import { wearLook } from '@/ui/wornLook'

export type Invitation = Schemas['InterviewForCandidate']
export type Visit = Schemas['VisitOut']
type Agreement = NonNullable<Visit['consent']>

/** What can be asked of those who plan, before the talk. */
export type NeedKind = Invitation['needs'][number]['kind']
export type TellNeed = (kind: NeedKind, text: string) => Promise<unknown>

/** Which wording a candidate agrees to, in whatever language they read it. A change of its meaning is a new one. */
const CONSENT_VERSION = 3

/** What may be noted beside the face, each for itself. */
export type Extra = NonNullable<Agreement['further']>[number]

export const extrasOf = ({ watches, shares_overlay }: Visit['watching']): Extra[] => [
  ...EXTRAS.filter((item) => watches.includes(item)),
  ...(shares_overlay ? (['overlay'] as const) : []),
]

const EXTRAS = ['objects', 'sound', 'gaze_point'] as const

/** The words that they agreed to told of all that is observed now. */
export const isTold = ({ text_version }: Agreement) => text_version.endsWith(`-${CONSENT_VERSION}`)

/** They agreed to be observed by words that told of less: they are asked again. */
export const isOutdated = (agreement: Agreement) => agreement.observation && !isTold(agreement)

export async function openInvitation(token: string): Promise<Invitation> {
  const ahead = takeAskedAhead()
  const invitation = await answer(
    desk.POST('/api/invitations/open', { body: { token }, fetch: (request) => send(request, ahead) }),
  )
  await wearLook(invitation.organisation, invitation.look)
  await meetPerson(invitation.locale)
  return invitation
}
export const continueInvitation = (token: string) =>
  answer(desk.POST('/api/invitations/continue', { body: { token } }))
export const resendInvitation = (token: string) =>
  answer(desk.POST('/api/invitations/resend', { body: { token } }))
export const tellNeedByLink = (token: string, kind: NeedKind, text: string) =>
  answer(desk.POST('/api/invitations/needs', { body: { token, kind, text } }))
export const tellNeed = (kind: NeedKind, text: string) =>
  answer(desk.POST('/api/visit/needs', { body: { kind, text } }))
export async function getVisit(): Promise<Visit> {
  const visit = await answer(desk.GET('/api/visit'))
  await wearLook(visit.interview.organisation, visit.interview.look)
  await meetPerson(visit.interview.locale, (locale) =>
    answer(desk.PUT('/api/visit/locale', { body: { locale } })),
  )
  return visit
}
export const getSeals = () => answer(desk.GET('/api/visit/seals'))
export const giveConsent = (observation: boolean, further: readonly Extra[], policy: string) =>
  answer(
    desk.POST('/api/visit/consent', {
      body: {
        call: true,
        observation,
        further: [...further],
        policy,
        text_version: `${document.documentElement.lang}-${CONSENT_VERSION}`,
      },
    }),
  )
export const leaveVisit = () => answer(desk.POST('/api/visit/leave'))
