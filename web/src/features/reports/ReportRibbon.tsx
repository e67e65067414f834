import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock } from '@/lib/locale'
import { Ribbon } from '@/ui/Ribbon'

import { ribbonParts } from './ribbonParts'
import type { Reading } from './reading'

/** The whole interview on one clock; a mark leads to what it stands for. */
export function ReportRibbon({ report, reading }: { report: ReportDocument; reading: Reading }) {
  const { t } = useTranslation('reports')
  const { t: tMoment } = useTranslation('proctoring')
  const parts = ribbonParts(report, tMoment)
  const legend = [
    ...(parts.work.length > 0 ? [t('ribbon_legend_work')] : []),
    ...(parts.gaps.length > 0 ? [t('ribbon_legend')] : []),
    ...(parts.silences.length > 0 ? [t('ribbon_legend_silences')] : []),
  ]
  return (
    <figure>
      <Ribbon
        {...parts}
        label={t('ribbon', { count: parts.moments.length })}
        onPick={({ momentId: id }) => {
          const moment = report.outcome.incidents.find((one) => one.id === id)
          if (moment) reading.goTo(moment)
        }}
      />
      <figcaption className="mt-1 flex flex-wrap justify-between gap-x-4 text-13 text-ink-2">
        <span>0:00</span>
        {legend.length > 0 && (
          <span className="max-sm:order-last max-sm:w-full sm:flex-1 sm:text-center">
            {legend.join(' · ')}
          </span>
        )}
        <span>{formatClock(report.duration_ms / 1000)}</span>
      </figcaption>
    </figure>
  )
}
