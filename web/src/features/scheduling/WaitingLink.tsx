import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { Link } from '@/ui/Link'

import type { Waiting } from './interviews'

/** The one step that answers what waits. */
export function WaitingLink({ item: { kind, interview_id: id } }: { item: Waiting }) {
  const { t } = useTranslation('scheduling')
  const mayLead = useMay('rooms.lead')
  const verb = t(`answers.${kind}`)
  if (!id)
    return (
      <Link to="/interviews" search={kind === 'report_ready' ? { when: 'past' } : {}} look="plain">
        {verb}
      </Link>
    )
  if (kind === 'candidate_waiting' && mayLead)
    return (
      <Link to="/interviews/$id/room" params={{ id }} look="plain">
        {verb}
      </Link>
    )
  return (
    <Link to="/interviews/$id" params={{ id }} look="plain">
      {verb}
    </Link>
  )
}
