/** Incidents in words: what was seen, how long, since when. */

import type { TFunction } from 'i18next'

import type { Schemas } from '@/api/client'
import type { Downwards } from '@/live/contracts'
import { formatClock } from '@/lib/locale'

import type { Measured } from './queries'

export type Incident = Downwards['proctoring.incidents_state']['incidents'][number]
export type Rules = Record<string, Pick<Schemas['RuleOut'], 'counts'>>

const lengthSeconds = (incident: Incident) =>
  Math.round(((incident.ended_us ?? incident.seen_until_us) - incident.started_us) / 1e6)

/** `Looked away for 7 s`, or `Looking away for 7 s` while it goes on. */
export function incidentTitle(incident: Incident, t: TFunction<'proctoring'>): string {
  const length = { seconds: lengthSeconds(incident) }
  const name = nameOf(incident)
  return incident.ended_us === null ? t(`${name}_now`, length) : t(`${name}_past`, length)
}

/** What it is called: its rule, but for a phone that may be a hand. */
export const nameOf = ({ rule, reason }: Pick<Incident, 'rule' | 'reason'>) =>
  reason === 'hand_or_phone_seen' ? 'hand_or_phone' : rule

/** When it began, on the interview's own clock. */
export const incidentTime = (incident: Incident, startedUs: number) =>
  formatClock((incident.started_us - startedUs) / 1e6)

/** Nothing was observed. On a ribbon it is hatched. */
export const isGap = ({ rule }: Pick<Incident, 'rule'>) => isGapRule(rule)
export const isGapRule = (rule: string) => rule === 'monitoring_gap'

/** What counts only if a person confirms it, and gaps in the watch, wait to be looked at and do not ask for it. */
function isQuiet(incident: Pick<Incident, 'rule' | 'review'>, rules: Rules): boolean {
  if (isGap(incident)) return true
  return rules[incident.rule]?.counts === 'when_confirmed' && incident.review !== 'confirmed'
}

/** The colour of a moment's mark on a ribbon. */
export function toneOf(incident: Pick<Incident, 'rule' | 'review'>, rules: Rules) {
  if (isQuiet(incident, rules)) return 'quiet'
  return incident.rule === 'look_away' ? 'evidence' : 'notice'
}

const ofTen = (permille: number) => Math.round(permille / 100)

/** How often notes of a rule were right, in so few words as fit beside a talk. */
export const measuredShort = ({ precision_pm: precision }: Measured, t: TFunction<'proctoring'>): string =>
  precision === null ? t('measured_precision_not') : t('measured_short', { right: ofTen(precision) })

/** How often notes of a rule were right, how much they found, and where they do worse. */
export function measuredWords(measured: Measured, t: TFunction<'proctoring'>): string {
  const { precision_pm: precision, recall_pm: recall, sample, weaker } = measured
  const told = [
    precision === null
      ? t('measured_precision_not')
      : t('measured_precision', { right: ofTen(precision), sample }),
    recall !== null && t('measured_recall', { found: ofTen(recall), sample }),
    weaker,
  ]
  return told.filter(Boolean).join(' ')
}
