import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock } from '@/lib/locale'
import { Ribbon } from '@/ui/Ribbon'

import { ribbonParts } from './ribbonParts'
import { momentId } from './words'

/** The whole interview on one clock; a mark leads to what it stands for. */
export function ReportRibbon({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { t: tMoment } = useTranslation('proctoring')
  const parts = ribbonParts(report, tMoment)
  return (
    <figure>
      <Ribbon
        {...parts}
        label={t('ribbon', { count: parts.moments.length })}
        onPick={({ momentId: id }) => id && document.getElementById(momentId(id))?.focus()}
      />
      <figcaption className="mt-1 flex flex-wrap justify-between gap-x-4 text-13 text-ink-3">
        <span>0:00</span>
        {parts.gaps.length > 0 && <span>{t('ribbon_legend')}</span>}
        {parts.silences.length > 0 && <span>{t('ribbon_legend_silences')}</span>}
        <span>{formatClock(report.duration_ms / 1000)}</span>
      </figcaption>
    </figure>
  )
}
