import type { TFunction } from 'i18next'

import type { ReportDocument } from '@/api/messages'
import { nameOf } from '@/features/proctoring/words'
import { formatNumber } from '@/lib/locale'

export type ReportIncident = ReportDocument['outcome']['incidents'][number]

export function titleOf(incident: ReportIncident, t: TFunction<'proctoring'>): string {
  return t(`${nameOf(incident)}_past`, {
    seconds: Math.round((incident.ended_ms - incident.started_ms) / 1000),
  })
}

/** From here on the doubt is drawn and said; below, only whoever asks hears of it. */
const WIDE_MS = 1_000

export const isWide = (doubtMs: number) => 2 * doubtMs > WIDE_MS

export function doubtWords(doubtMs: number): string {
  const inSeconds = doubtMs >= 1_000
  const unit = { style: 'unit', unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return inSeconds
    ? `±${formatNumber(doubtMs / 1_000, { ...unit, unit: 'second' })}`
    : `±${formatNumber(doubtMs, { ...unit, unit: 'millisecond' })}`
}

export const momentId = (incident: string) => `moment-${incident}`

/** Whether it is in the sum, by the policy and by what people said of it. */
export function isCounting(incident: ReportIncident, { rules }: ReportDocument['policy']): boolean {
  if (rules[incident.rule]?.counts === 'when_confirmed') return incident.review === 'confirmed'
  return incident.review !== 'dismissed'
}
