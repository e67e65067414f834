import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { useMay } from '@/features/accounts/queries'
import { classes } from '@/lib/classes'
import { formatClock } from '@/lib/locale'
import { Chip } from '@/ui/Chip'

import { ReviewButtons } from './ReviewButtons'
import { momentId, type ReportIncident, titleOf } from './words'

/** Every moment in order, what it was, and what it took off. */
export function Happenings({ report, onReviewed }: { report: ReportDocument; onReviewed: () => void }) {
  const { t } = useTranslation('reports')
  const { incidents } = report.outcome
  return (
    <section>
      <h2 className="mt-10 mb-3 font-serif text-20 font-semibold">{t('happened')}</h2>
      {incidents.length === 0 && (
        <p className="border-y border-line py-4 text-ink-2">{t('nothing_happened')}</p>
      )}
      <ol>
        {incidents.map((incident) => (
          <Happening key={incident.id} incident={incident} report={report} onReviewed={onReviewed} />
        ))}
      </ol>
    </section>
  )
}

type HappeningProps = { incident: ReportIncident; report: ReportDocument; onReviewed: () => void }

function Happening({ incident, report, onReviewed }: HappeningProps) {
  const { t } = useTranslation('reports')
  const { t: tMoment } = useTranslation('proctoring')
  const mayReview = useMay('rooms.lead')
  const dismissed = incident.review === 'dismissed'
  const points = pointsOf(incident, report)
  return (
    <li
      id={momentId(incident.id)}
      tabIndex={-1}
      data-rule={incident.rule}
      className="grid grid-cols-[4rem_1fr_auto] gap-x-4 border-b border-line py-3.5"
    >
      <span className="font-mono text-13 leading-6 text-ink-2">
        {formatClock(incident.started_ms / 1000)}
      </span>
      <div className={classes(dismissed && 'text-ink-2')}>
        <strong className={classes('font-semibold', dismissed && 'line-through')}>
          {titleOf(incident, tMoment)}
        </strong>
        <p className="text-13 text-ink-2">
          {tMoment(`reason_${incident.reason}`)} {incident.review !== 'open' && t(`was_${incident.review}`)}{' '}
          {incident.note}
        </p>
      </div>
      <span className="flex flex-wrap items-center justify-end gap-2">
        {mayReview && (
          <ReviewButtons incident={incident} session={report.facts.room_session} onReviewed={onReviewed} />
        )}
        <Chip tone={points ? (incident.rule === 'look_away' ? 'evidence' : 'notice') : 'plain'}>
          {points ? `−${points}` : '0'}
        </Chip>
      </span>
    </li>
  )
}

/** What the score would gain were it dismissed; versions from before that was told have the rule's weight. */
function pointsOf(incident: ReportIncident, report: ReportDocument): number {
  const rule = report.outcome.rules.find((one) => one.rule === incident.rule)
  return incident.points ?? (incident.review === 'dismissed' ? 0 : (rule?.weight ?? 0))
}
