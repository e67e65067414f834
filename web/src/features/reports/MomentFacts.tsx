import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { useMay } from '@/features/accounts/queries'
import { measuredQuery } from '@/features/proctoring/queries'
import { formatClock } from '@/lib/locale'
import { textLinkLook } from '@/ui/Link'

import type { Reading } from './reading'
import { ReviewButtons } from './ReviewButtons'
import { loggedWords, ruleWords, spanWords, sureWords } from './ruleWords'
import type { ReportIncident } from './words'

type Props = {
  incident: ReportIncident
  report: ReportDocument
  reading: Reading
  onReviewed: () => void
}

/** All that is known of a moment: what was measured, by which rule, how sure, and where to look it up. */
export function MomentFacts({ incident, report, reading, onReviewed }: Props) {
  const { t } = useTranslation('reports')
  const { t: tRule } = useTranslation('proctoring')
  const mayReview = useMay('rooms.lead')
  const { data: measured } = useQuery(measuredQuery)
  return (
    <>
      <dl className="grid gap-x-4 text-13 sm:grid-cols-[--spacing(26)_minmax(0,1fr)]">
        <Known name={t('known_measured')}>{spanWords(incident, t)}</Known>
        <Known name={t('known_rule')}>{ruleWords(incident.rule, report, t)}</Known>
        <Known name={t('known_sure')}>
          {sureWords(incident, report, measured?.[incident.rule], t, tRule)}
        </Known>
        <Known name={t('known_log')}>
          {loggedWords(incident, report, t)} <code className="font-mono break-all">{incident.id}</code>
        </Known>
        <Known name={t('known_replay')}>
          <ReplayAt incident={incident} report={report} reading={reading} />
        </Known>
      </dl>
      {mayReview && (
        <p className="-ms-3.5 flex flex-wrap items-center gap-x-2 print:hidden">
          <ReviewButtons incident={incident} session={report.facts.room_session} onReviewed={onReviewed} />
        </p>
      )}
    </>
  )
}

function Known({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="pt-1 text-ink-2">{name}</dt>
      <dd className="min-w-0 sm:pt-1">{children}</dd>
    </>
  )
}

/** Code is all that can be played again: no picture and no sound was kept. */
function ReplayAt({ incident, report, reading }: Omit<Props, 'onReviewed'>) {
  const { t } = useTranslation('reports')
  const at = incident.started_ms
  const text = report.code
    .flatMap(({ texts }) => texts)
    .find(
      ({ first_edit_ms: first, last_edit_ms: last }) =>
        first !== null && last !== null && at >= first && at <= last,
    )
  if (!text) return t('replay_none')
  return (
    <>
      {t('replay_code_only')}{' '}
      <span className="print:hidden">
        <button
          type="button"
          className={textLinkLook}
          onClick={() => reading.replayFrom({ document: text.document, fromMs: at })}
        >
          {t('replay_from', { at: formatClock(at / 1000) })}
        </button>
      </span>
    </>
  )
}
