/** The sentence that a report begins with: what was observed, and nothing more. */

import type { TFunction } from 'i18next'

import type { ReportDocument } from '@/api/messages'

export function leadOf(report: ReportDocument, t: TFunction<'reports'>): string {
  const { outcome } = report
  if (outcome.reason) return t(`lead_${outcome.reason}`)
  const counting = outcome.rules.reduce((sum, rule) => sum + rule.counting, 0)
  if (outcome.incidents.length === 0) return t('lead_steady')
  return counting === 0 ? t('lead_dismissed') : t('lead_moments', { count: counting })
}
