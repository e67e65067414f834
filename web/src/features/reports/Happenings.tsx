import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { useMay } from '@/features/accounts/queries'
import { classes } from '@/lib/classes'
import { formatClock } from '@/lib/locale'
import { Chip } from '@/ui/Chip'

import { ReviewButtons } from './ReviewButtons'
import { doubtWords, isWide, momentId, type ReportIncident, titleOf } from './words'

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
      className="group grid grid-cols-[3rem_minmax(0,1fr)_auto] items-start gap-x-3 border-b border-line py-3.5 desk:grid-cols-[4rem_minmax(0,1fr)_auto_auto] desk:gap-x-4"
    >
      <span className="font-mono text-13 leading-6 text-ink-2">
        {formatClock(incident.started_ms / 1000)}
        <Doubt ms={incident.uncertainty_ms ?? 0} />
      </span>
      <div className={classes(dismissed && 'text-ink-2')}>
        <strong className={classes('font-semibold', dismissed && 'line-through')}>
          {titleOf(incident, tMoment)}
        </strong>
        <p className="text-13 text-ink-2">
          {tMoment(`reason_${incident.reason}`)} {incident.review !== 'open' && t(`was_${incident.review}`)}
        </p>
        {incident.note && <p className="font-serif whitespace-pre-line">“{incident.note}”</p>}
      </div>
      <span className="flex flex-wrap gap-x-2 max-desk:col-start-2 max-desk:row-start-2 max-desk:-ms-3.5">
        {mayReview && (
          <ReviewButtons incident={incident} session={report.facts.room_session} onReviewed={onReviewed} />
        )}
      </span>
      <span className="flex min-w-9 justify-end max-desk:col-start-3 max-desk:row-start-1 desk:pt-1.5">
        <Chip tone={points ? (incident.rule === 'look_away' ? 'evidence' : 'notice') : 'plain'}>
          {points ? `−${points}` : '0'}
        </Chip>
      </span>
    </li>
  )
}

/** How far off the time may be: said where that is much, otherwise to whoever looks closer. */
function Doubt({ ms }: { ms: number }) {
  if (ms === 0) return null
  return (
    <span
      className={classes(
        'block text-12 whitespace-nowrap',
        !isWide(ms) &&
          'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 group-focus:opacity-100',
      )}
    >
      {doubtWords(ms)}
    </span>
  )
}

/** What the score would gain were it dismissed; versions from before that was told have the rule's weight. */
function pointsOf(incident: ReportIncident, report: ReportDocument): number {
  const rule = report.outcome.rules.find((one) => one.rule === incident.rule)
  return incident.points ?? (incident.review === 'dismissed' ? 0 : (rule?.weight ?? 0))
}
