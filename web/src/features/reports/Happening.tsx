import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock } from '@/lib/locale'
import { Chip } from '@/ui/Chip'
import { ReviewPoint } from '@/ui/layouts/Review'

import { MomentFacts } from './MomentFacts'
import type { Reading } from './reading'
import { doubtWords, isCounting, isWide, momentId, type ReportIncident, titleOf } from './words'

type Props = {
  incident: ReportIncident
  report: ReportDocument
  reading: Reading
  onReviewed: () => void
}

/** One moment in a line, with what a person wrote to it beside; it opens to all that is known of it. */
export function Happening(props: Props) {
  const { incident, reading } = props
  const { t } = useTranslation('reports')
  const { t: tMoment } = useTranslation('proctoring')
  const id = momentId(incident.id)
  const { review, reason } = incident
  return (
    <ReviewPoint
      id={id}
      kind={incident.rule}
      open={reading.isOpen(id)}
      onToggle={() => reading.toggle(id)}
      onFound={() => reading.open(id)}
      at={<At incident={incident} />}
      title={titleOf(incident, tMoment)}
      isStruck={review === 'dismissed'}
      about={`${tMoment(`reason_${reason}`)} ${review === 'open' ? '' : t(`was_${review}`)}`}
      sum={<Points {...props} />}
      note={incident.note && <Note text={incident.note} />}
    >
      <MomentFacts {...props} />
    </ReviewPoint>
  )
}

function At({ incident }: Pick<Props, 'incident'>) {
  const doubt = incident.uncertainty_ms ?? 0
  return (
    <>
      {formatClock(incident.started_ms / 1000)}
      {isWide(doubt) && <span className="block text-12 whitespace-nowrap">{doubtWords(doubt)}</span>}
    </>
  )
}

function Points({ incident, report }: Pick<Props, 'incident' | 'report'>) {
  const { t } = useTranslation('reports')
  const rule = report.outcome.rules.find((one) => one.rule === incident.rule)
  const points = pointsOf(incident, rule)
  const isWithinCap = rule?.capped && points === 0 && isCounting(incident, report.policy)
  const tone = incident.rule === 'look_away' ? 'evidence' : 'notice'
  return (
    <Chip tone={points ? tone : 'plain'}>{isWithinCap ? t('within_cap') : points ? `−${points}` : '0'}</Chip>
  )
}

/** The words of a person stand out from those of the product. */
function Note({ text }: { text: string }) {
  const { t } = useTranslation('reports')
  return (
    <p className="font-serif text-15 whitespace-pre-line text-ink max-desk:ps-21">
      <span className="sr-only">{t('note_by_person')}</span>
      {t('quoted', { text })}
    </p>
  )
}

/** What the score would gain were it dismissed; versions from before that was told have the rule's weight. */
function pointsOf(incident: ReportIncident, rule: ReportDocument['outcome']['rules'][number] | undefined) {
  return incident.points ?? (incident.review === 'dismissed' ? 0 : (rule?.weight ?? 0))
}
