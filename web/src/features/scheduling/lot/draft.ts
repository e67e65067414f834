/** A plan for a lot while it is being made: what the form asks for, and the rows as they are changed. */

import type { Me } from '@/features/accounts/queries'

import { readWallTime } from '../planning'

import type { LotPlan, LotWish, Pattern, PlannedRow } from './queries'

export type Turns = 'in_turn' | 'side_by_side' | 'together'

export type LotDraft = Omit<Pattern, 'panels' | 'side_by_side'> & {
  title: string
  interviewer_ids: string[]
  turns: Turns
}

export type Proposal = { plan: LotPlan; requestKey: string }

/** What the form holds, and the plan that came of it, as it was changed since. */
export type PlanState = { draft: LotDraft; proposal?: Proposal }

export function firstDraft(me: Me): LotDraft {
  return {
    title: '',
    date: '',
    time: '09:00',
    fold: null,
    zone: me.zone,
    minutes: 45,
    break_minutes: 15,
    until: '17:00',
    weekdays_only: true,
    interviewer_ids: me.may.includes('rooms.lead') ? [me.id] : [],
    turns: 'in_turn',
  }
}

export type Row = LotWish['rows'][number]

/** Who talks with whom: each alone, in turn or at the same time, or all with everyone. */
export function patternOf(draft: LotDraft): Pattern {
  const { date, time, fold, zone, minutes, break_minutes, until, weekdays_only, interviewer_ids } = draft
  return {
    ...{ date, time, fold, zone, minutes, break_minutes, weekdays_only },
    until: until || null,
    panels: draft.turns === 'together' ? [interviewer_ids] : interviewer_ids.map((one) => [one]),
    side_by_side: draft.turns === 'side_by_side',
  }
}

export function wishOf({ candidate, date, time, fold, interviewers }: PlannedRow): Row {
  return { candidate_id: candidate.id, date, time, fold, interviewer_ids: interviewers.map(({ id }) => id) }
}

/** What the form still lacks, by field. */
export function missingOf(draft: LotDraft) {
  return {
    title: !draft.title.trim(),
    date: !draft.date,
    time: !draft.time,
    interviewer_ids: draft.interviewer_ids.length === 0,
  }
}

export function isReady(draft: LotDraft): boolean {
  return readWallTime(draft).kind === 'fine' && !Object.values(missingOf(draft)).includes(true)
}

export type PlannedDay = { date: string; rows: PlannedRow[] }

/** In order of time, whatever order they were made in; rows whose time cannot be read come first. */
export function byDay(rows: readonly PlannedRow[]): PlannedDay[] {
  const sorted = [...rows].sort((one, other) => keyOf(one).localeCompare(keyOf(other)))
  const dates = [...new Set(sorted.map(({ date }) => date))]
  return dates.map((date) => ({ date, rows: sorted.filter((row) => row.date === date) }))
}

const keyOf = ({ starts_at, date, time }: PlannedRow) => `${date} ${time} ${starts_at ?? ''}`

export type Verdict = { blocked: number; overlapping: number }

/** How many rows have to be changed, and how many take someone who is taken. */
export function verdictOf(rows: readonly PlannedRow[]): Verdict {
  const blocked = rows.filter(({ problems }) => problems.some(({ blocks }) => blocks))
  const troubled = rows.filter(({ problems }) => problems.length > 0)
  return { blocked: blocked.length, overlapping: troubled.length - blocked.length }
}
