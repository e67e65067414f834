import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { useMe } from '@/features/accounts/queries'

import { ScorecardPanel } from './ScorecardPanel'

type Props = { report: ReportDocument; onSubmitted: () => void }

const NO_MOMENT = () => null

/** For who was asked and has not submitted a scorecard yet. */
export function OwnCard({ report, onSubmitted }: Props) {
  const { t } = useTranslation('reports')
  const me = useMe()
  const wasAsked = report.facts.interviewers.some(({ email }) => email === me.email)
  const hasSubmitted = report.scorecards.some(({ by }) => by === me.id)
  if (!wasAsked || hasSubmitted || report.started_us === null || !me.may.includes('rooms.lead')) return null
  return (
    <section
      aria-label={t('own_card')}
      className="mt-10 rounded-panel border border-line bg-surface px-4.5 py-4"
    >
      <ScorecardPanel roomSession={report.facts.room_session} nowMs={NO_MOMENT} onSubmitted={onSubmitted} />
    </section>
  )
}
