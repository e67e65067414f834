/** What a rule asks for, how right it is, and what the log calls a moment. */

import type { TFunction } from 'i18next'

import type { ReportDocument } from '@/api/messages'
import type { Measured } from '@/features/proctoring/queries'
import { isGap, measuredWords } from '@/features/proctoring/words'
import { formatClock, formatDate, formatNumber } from '@/lib/locale'

import { doubtWords, type ReportIncident } from './words'

type Translate = TFunction<'reports'>

const inSeconds = (ms: number) => formatNumber(ms / 1000, { maximumFractionDigits: 1 })

/** The rule as the policy of this interview has it; nothing where it is no longer told. */
export function ruleWords(rule: string, { policy }: ReportDocument, t: Translate): string {
  const asked = policy.rules[rule]
  if (!asked) return t('rule_untold')
  if (asked.weight === 0) return t('rule_weightless', { threshold: inSeconds(asked.threshold_ms) })
  return [
    t('rule_asks', { threshold: inSeconds(asked.threshold_ms) }),
    t('rule_takes', { weight: asked.weight, cap: asked.cap }),
    t(`rule_counts_${asked.counts}`),
  ].join(' ')
}

/** Who says so, and how often that is right where it was measured. */
export function sureWords(
  incident: Pick<ReportIncident, 'rule' | 'reason'>,
  { outcome }: ReportDocument,
  measured: Measured | undefined,
  t: Translate,
  tRule: TFunction<'proctoring'>,
): string {
  if (incident.reason.endsWith('_noted')) return t('sure_seen_by_person')
  if (isGap(incident)) return t('sure_stated')
  if (outcome.watched_by) return t('sure_told', { program: outcome.watched_by })
  return measured ? measuredWords(measured, tRule) : tRule('measured_precision_not')
}

/** From when to when, since when it was long enough, and how far off that may be. */
export function spanWords(incident: ReportIncident, t: Translate): string {
  const { started_ms: started, ended_ms: ended, raised_ms: raised, uncertainty_ms: doubt } = incident
  const told = [
    t('measured_span', {
      from: formatClock(started / 1000),
      until: formatClock(ended / 1000),
      length: inSeconds(ended - started),
    }),
  ]
  if (raised > started && raised <= ended) told.push(t('measured_raised', { at: formatClock(raised / 1000) }))
  told.push(doubt ? t('measured_doubt', { doubt: doubtWords(doubt) }) : t('measured_no_doubt'))
  return told.join(' ')
}

/** When it began on everybody's clock, as the log has it. */
export function loggedWords(incident: ReportIncident, report: ReportDocument, t: Translate): string {
  const beganMs = (report.started_us ?? 0) / 1000 + incident.started_ms
  return t('logged', { at: `${formatDate(new Date(beganMs), 'UTC', 'second')} UTC` })
}
