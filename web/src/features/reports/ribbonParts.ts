import type { TFunction } from 'i18next'

import type { ReportDocument } from '@/api/messages'
import { isGap, toneOf } from '@/features/proctoring/words'
import { formatClock } from '@/lib/locale'
import type { Moment } from '@/ui/Ribbon'

import { doubtWords, isWide, type ReportIncident, titleOf } from './words'

/** What a ribbon draws of a report: the interview from its start, in microseconds. */
export function ribbonParts(report: ReportDocument, t: TFunction<'proctoring'>) {
  const moments: Moment[] = report.outcome.incidents.filter(isDrawn).map((incident) => ({
    id: incident.id,
    startUs: incident.started_ms * 1000,
    endUs: incident.ended_ms * 1000,
    tone: toneOf(incident, report.policy.rules),
    label: labelOf(incident, t),
    dismissed: incident.review === 'dismissed',
    doubtUs: isWide(incident.uncertainty_ms ?? 0) ? (incident.uncertainty_ms ?? 0) * 1000 : 0,
  }))
  const gaps = report.outcome.gaps.map((gap) => ({
    startUs: gap.started_ms * 1000,
    endUs: gap.ended_ms * 1000,
  }))
  const work = report.code
    .flatMap(({ texts }) => texts)
    .flatMap(({ first_edit_ms: first, last_edit_ms: last }) =>
      first === null || last === null ? [] : [{ startUs: first * 1000, endUs: last * 1000 }],
    )
  return {
    startUs: 0,
    endUs: Math.max(1, report.duration_ms * 1000),
    moments,
    gaps,
    silences: report.silences.map(({ started_ms, ended_ms }) => ({
      startUs: started_ms * 1000,
      endUs: ended_ms * 1000,
    })),
    work,
  }
}

/** Gaps are hatched. */
const isDrawn = (incident: ReportIncident) => !isGap(incident)

function labelOf(incident: ReportIncident, t: TFunction<'proctoring'>): string {
  const said = `${formatClock(incident.started_ms / 1000)} ${titleOf(incident, t)}`
  return incident.uncertainty_ms ? `${said} (${doubtWords(incident.uncertainty_ms)})` : said
}
