import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Ribbon } from '@/ui/Ribbon'

import { isReady, reportQuery } from './queries'
import { ribbonParts } from './ribbonParts'

/** What an interview came to, small enough for a list. */
export function ThinReportRibbon({ room }: { room: string }) {
  const { t } = useTranslation('reports')
  const { t: tMoment } = useTranslation('proctoring')
  const report = useQuery(reportQuery(room)).data
  if (!report || !isReady(report)) return null
  const parts = ribbonParts(report, tMoment)
  return <Ribbon thin {...parts} label={t('ribbon', { count: parts.moments.length })} />
}
