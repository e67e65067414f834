/** Incidents in words: what was seen, how long, since when. */

import type { TFunction } from 'i18next'

import type { Downwards } from '@/live/contracts'
import { formatClock } from '@/lib/locale'

export type Incident = Downwards['proctoring.incidents_state']['incidents'][number]

const lengthSeconds = (incident: Incident) =>
  Math.round(((incident.ended_us ?? incident.seen_until_us) - incident.started_us) / 1e6)

/** `Looked away for 7 s`, or `Looking away for 7 s` while it goes on. */
export function incidentTitle(incident: Incident, t: TFunction<'proctoring'>): string {
  const length = { seconds: lengthSeconds(incident) }
  return incident.ended_us === null ? t(`${incident.rule}_now`, length) : t(`${incident.rule}_past`, length)
}

/** When it began, on the interview's own clock. */
export const incidentTime = (incident: Incident, startedUs: number) =>
  formatClock((incident.started_us - startedUs) / 1e6)
