import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { Link } from '@/ui/Link'

import type { Waiting } from './interviews'

const IN_REPORTS = ['scorecard_missing', 'moments_open', 'decision_due', 'report_ready']

/** The one step that answers what waits; where there are several, the list of just these. */
export function WaitingLink({ item }: { item: Waiting }) {
  const { kind, interview_id: id, room_session_id: room } = item
  const { t } = useTranslation('scheduling')
  const mayLead = useMay('rooms.lead')
  const verb = t(`answers.${kind}`)
  if (!id) {
    return (
      <Link to="/interviews" search={{ waits: kind }} look="plain">
        {verb}
      </Link>
    )
  }
  if (IN_REPORTS.includes(kind) && room) {
    return (
      <Link to="/reports/$id" params={{ id: room }} look="plain">
        {verb}
      </Link>
    )
  }
  return (
    <Link
      to={kind === 'candidate_waiting' && mayLead ? '/interviews/$id/room' : '/interviews/$id'}
      params={{ id }}
      look="plain"
    >
      {verb}
    </Link>
  )
}
