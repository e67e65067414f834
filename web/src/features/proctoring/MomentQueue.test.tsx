import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { MomentQueue } from './MomentQueue'
import type { Incident } from './words'
import { show } from '@/testing/page'

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

async function queue(incidents: Incident[]) {
  const onReview = vi.fn(() => Promise.resolve())
  await show(<MomentQueue incidents={incidents} startedUs={STARTED_US} onReview={onReview} />)
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
