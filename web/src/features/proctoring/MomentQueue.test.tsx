import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { MomentQueue } from './MomentQueue'
import type { Incident, Rules } from './words'
import { serve, show } from '@/testing/page'

const STARTED_US = 1_000_000_000
const AWAY: Incident = {
  id: 'look_away-1',
  rule: 'look_away',
  reason: 'looked_left',
  started_us: STARTED_US + 72e6,
  raised_us: STARTED_US + 77e6,
  ended_us: STARTED_US + 79e6,
  seen_until_us: STARTED_US + 79e6,
  severity_pm: 286,
  review: 'open',
  note: '',
}
const ABSENT: Incident = {
  ...AWAY,
  id: 'absence-1',
  rule: 'absence',
  reason: 'no_face',
  started_us: STARTED_US + 100e6,
  ended_us: null,
  seen_until_us: STARTED_US + 112e6,
}

const PHONE: Incident = {
  ...AWAY,
  id: 'phone-1',
  rule: 'phone',
  reason: 'hand_or_phone_seen',
  started_us: STARTED_US + 120e6,
}
const GAP: Incident = { ...AWAY, id: 'monitoring_gap-1', rule: 'monitoring_gap', reason: 'not_observed' }
const RULES: Rules = {
  look_away: { counts: 'unless_dismissed' },
  absence: { counts: 'unless_dismissed' },
  phone: { counts: 'when_confirmed' },
  monitoring_gap: { counts: 'unless_dismissed' },
}
const MEASURED = {
  phone: { precision_pm: 690, recall_pm: null, sample: '40 clips', weaker: 'A hand looks like a phone.' },
}

async function queue(incidents: Incident[]) {
  const onReview = vi.fn(() => Promise.resolve())
  await show(<MomentQueue incidents={incidents} rules={RULES} startedUs={STARTED_US} onReview={onReview} />)
  return onReview
}

test('each moment says what, how long and when, and whether it goes on', async () => {
  await queue([AWAY, ABSENT])
  expect(screen.getByText('Looked away for 7 s')).toBeDefined()
  expect(screen.getByText(/at 1:12/)).toBeDefined()
  expect(screen.getByText('Away for 12 s and still is')).toBeDefined()
})

test('J and K move, C confirms and D dismisses the one that has the focus', async () => {
  const onReview = await queue([AWAY, ABSENT])
  const person = userEvent.setup()
  await person.tab()
  await person.keyboard('j')
  expect(document.activeElement?.textContent).toContain('Away for 12 s')
  await person.keyboard('d')
  expect(onReview).toHaveBeenLastCalledWith('absence-1', 'dismissed')
  await person.keyboard('k')
  await person.keyboard('c')
  expect(onReview).toHaveBeenLastCalledWith('look_away-1', 'confirmed')
})

test('a decision can be taken back', async () => {
  const onReview = await queue([{ ...AWAY, review: 'dismissed' }])
  await userEvent.setup().click(screen.getByRole('button', { name: 'Undo' }))
  expect(onReview).toHaveBeenCalledWith('look_away-1', 'open')
})

test('what counts only when confirmed is a quiet note, with how right such notes are', async () => {
  serve({ 'GET /api/rules/measured': () => [200, MEASURED] })
  const onReview = await queue([AWAY, PHONE])
  expect(screen.getByText('· a note to look at')).toBeDefined()
  expect(await screen.findByText(/about 7 were right in our measurements \(40 clips\). A hand/)).toBeDefined()
  const [, phone] = screen.getAllByRole('listitem')
  expect(phone?.querySelector('.bg-notice-mark')).toBeNull()
  phone?.focus()
  await userEvent.setup().keyboard('c')
  expect(onReview).toHaveBeenCalledWith('phone-1', 'confirmed')
})

test('a gap in the watch is a quiet note without figures', async () => {
  serve({ 'GET /api/rules/measured': () => [200, MEASURED] })
  await queue([GAP])
  expect(screen.getByText('Nothing observed for 7 s')).toBeDefined()
  expect(screen.queryByText(/measured/)).toBeNull()
})

test('only moments that ask to be looked at are announced', async () => {
  serve({ 'GET /api/rules/measured': () => [200, MEASURED] })
  await queue([AWAY, PHONE, GAP])
  const announced = document.querySelector('[aria-live]')
  expect(announced?.textContent).toBe('A new moment at 1:12. To their left.')
})

test('once a person has confirmed it, it is a moment like any other', async () => {
  await queue([{ ...PHONE, review: 'confirmed' }])
  expect(screen.queryByText(/a note to look at/)).toBeNull()
})
