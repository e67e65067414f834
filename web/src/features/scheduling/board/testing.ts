/** Talks for tests of the board. */

import type { InterviewCard } from '../interviews'

export const INES = { id: 'ines', name: 'Ines' }
export const OMAR = { id: 'omar', name: 'Omar' }

type Unlike = { interviewers?: InterviewCard['interviewers']; candidate?: string; zone?: string } & Partial<
  Pick<InterviewCard, 'state' | 'invitation'>
>

/** With Ines, of 45 minutes, unless said otherwise. */
export function talk(id: string, starts_at: string, unlike: Unlike = {}): InterviewCard {
  const { interviewers = [INES], candidate = 'Cai', zone = 'Europe/Berlin', ...rest } = unlike
  return {
    id,
    title: 'Ward nurse',
    state: 'planned',
    starts_at,
    zone: 'Europe/Berlin',
    minutes: 45,
    candidate: { id: candidate, name: candidate, email: `${candidate.toLowerCase()}@example.org`, zone },
    interviewers,
    invitation: null,
    consent: null,
    room_session_id: null,
    report: null,
    open_needs: 0,
    rules_off: [],
    switchable: [],
    is_mine: false,
    ...rest,
  }
}
