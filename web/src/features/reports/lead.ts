/** The sentences that a report begins with: what people said, what the code does, what was observed. */

import type { TFunction } from 'i18next'

import type { ReportDocument } from '@/api/messages'

export function leadOf(report: ReportDocument, t: TFunction<'reports'>): string {
  if (report.lead.length === 0) return leadOfFirstKind(report, t)
  return report.lead.map(({ code, params }) => t(code, params)).join(' ')
}

/** Versions that were frozen before the lead was told say only what was observed. */
function leadOfFirstKind(report: ReportDocument, t: TFunction<'reports'>): string {
  const { outcome } = report
  if (outcome.reason) return t(`lead_${outcome.reason}`)
  const counting = outcome.rules.reduce((sum, rule) => sum + rule.counting, 0)
  if (outcome.incidents.length === 0) return t('lead_steady')
  return counting === 0 ? t('lead_dismissed') : t('lead_moments', { count: counting })
}
