import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock } from '@/lib/locale'
import { type Moment, Ribbon } from '@/ui/Ribbon'

import { momentId, titleOf } from './words'

/** The whole interview on one clock; a mark leads to what it stands for. */
export function ReportRibbon({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { t: tMoment } = useTranslation('proctoring')
  const moments: Moment[] = report.outcome.incidents.map((incident) => ({
    id: incident.id,
    startUs: incident.started_ms * 1000,
    endUs: incident.ended_ms * 1000,
    tone: incident.rule === 'look_away' ? 'evidence' : 'notice',
    label: `${formatClock(incident.started_ms / 1000)} ${titleOf(incident, tMoment)}`,
    dismissed: incident.review === 'dismissed',
  }))
  const gaps = report.outcome.gaps.map((gap) => ({
    startUs: gap.started_ms * 1000,
    endUs: gap.ended_ms * 1000,
  }))
  return (
    <figure>
      <Ribbon
        startUs={0}
        endUs={Math.max(1, report.duration_ms * 1000)}
        moments={moments}
        gaps={gaps}
        label={t('ribbon', { count: moments.length })}
        onPick={({ momentId: id }) => id && document.getElementById(momentId(id))?.focus()}
      />
      <figcaption className="mt-1 flex flex-wrap justify-between gap-x-4 text-13 text-ink-3">
        <span>0:00</span>
        <span>{t('ribbon_legend')}</span>
        <span>{formatClock(report.duration_ms / 1000)}</span>
      </figcaption>
    </figure>
  )
}
