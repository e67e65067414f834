import type { TFunction } from 'i18next'

import type { ReportDocument } from '@/api/messages'

export type ReportIncident = ReportDocument['outcome']['incidents'][number]

export function titleOf(incident: ReportIncident, t: TFunction<'proctoring'>): string {
  return t(`${incident.rule}_past`, { seconds: Math.round((incident.ended_ms - incident.started_ms) / 1000) })
}

export const momentId = (incident: string) => `moment-${incident}`
