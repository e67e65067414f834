import type { TFunction } from 'i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock } from '@/lib/locale'
import type { Moment } from '@/ui/Ribbon'

import { titleOf } from './words'

/** What a ribbon draws of a report: the interview from its start, in microseconds. */
export function ribbonParts(report: ReportDocument, t: TFunction<'proctoring'>) {
  const moments: Moment[] = report.outcome.incidents.map((incident) => ({
    id: incident.id,
    startUs: incident.started_ms * 1000,
    endUs: incident.ended_ms * 1000,
    tone: incident.rule === 'look_away' ? 'evidence' : 'notice',
    label: `${formatClock(incident.started_ms / 1000)} ${titleOf(incident, t)}`,
    dismissed: incident.review === 'dismissed',
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
  return { startUs: 0, endUs: Math.max(1, report.duration_ms * 1000), moments, gaps, work }
}
