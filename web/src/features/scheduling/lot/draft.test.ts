import { expect, test } from 'vitest'

import { byDay, isReady, type LotDraft, patternOf, verdictOf } from './draft'
import type { PlannedRow } from './queries'

const DRAFT: LotDraft = {
  title: 'Ward nurse',
  date: '2027-03-04',
  time: '09:00',
  fold: null,
  zone: 'Europe/Berlin',
  minutes: 30,
  break_minutes: 15,
  until: '17:00',
  weekdays_only: true,
  interviewer_ids: ['ada', 'ines'],
  turns: 'in_turn',
}

const row = (date: string, time: string, problems: PlannedRow['problems'] = []) =>
  ({ date, time, starts_at: null, problems }) as unknown as PlannedRow

test('people ask alone in turn, alone at the same time, or together', () => {
  expect(patternOf(DRAFT)).toMatchObject({ panels: [['ada'], ['ines']], side_by_side: false })
  expect(patternOf({ ...DRAFT, turns: 'side_by_side' })).toMatchObject({
    panels: [['ada'], ['ines']],
    side_by_side: true,
  })
  expect(patternOf({ ...DRAFT, turns: 'together' }).panels).toEqual([['ada', 'ines']])
})

test('a day without an end goes on until midnight', () => {
  expect(patternOf({ ...DRAFT, until: '' }).until).toBeNull()
})

test('nothing is proposed before the start is clear and someone asks', () => {
  expect(isReady(DRAFT)).toBe(true)
  expect(isReady({ ...DRAFT, interviewer_ids: [] })).toBe(false)
  expect(isReady({ ...DRAFT, title: ' ' })).toBe(false)
  expect(isReady({ ...DRAFT, date: '2027-03-28', time: '02:30' })).toBe(false)
})

test('rows are read by day and time, however they were changed', () => {
  const days = byDay([row('2027-03-05', '09:00'), row('2027-03-04', '10:00'), row('2027-03-04', '09:00')])
  expect(days.map(({ date, rows }) => [date, rows.map(({ time }) => time)])).toEqual([
    ['2027-03-04', ['09:00', '10:00']],
    ['2027-03-05', ['09:00']],
  ])
})

test('what blocks is told from who is taken', () => {
  const blocks = { code: 'time_in_past', params: {}, blocks: true }
  const taken = { code: 'interviewer_busy', params: {}, blocks: false }
  const rows = [row('a', 'b', [blocks, taken]), row('a', 'b', [taken]), row('a', 'b')]
  expect(verdictOf(rows)).toEqual({ blocked: 1, overlapping: 1 })
})
