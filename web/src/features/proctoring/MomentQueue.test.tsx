import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { PROMPTS_AT_MOST } from './budget'
import { MomentQueue } from './MomentQueue'
import type { OnReview } from './useQueue'
import type { Incident, Rules } from './words'
import { Cell } from '@/lib/cell'
import { useCell } from '@/lib/useCell'
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

const ROOM = 'room-1'

const moments = new Cell<Incident[]>([])
const becomes = (next: Incident[]) => act(() => moments.set(next))

function Talk({ onReview }: { onReview: OnReview }) {
  const incidents = useCell(moments)
  return (
    <MomentQueue incidents={incidents} rules={RULES} startedUs={STARTED_US} room={ROOM} onReview={onReview} />
  )
}

/** A talk with these moments, whose reviews come back as the live plane sends them. */
async function talk(first: Incident[]) {
  const onReview = vi.fn<OnReview>(() => Promise.resolve())
  moments.set(first)
  const { unmount } = await show(<Talk onReview={onReview} />)
  return { onReview, unmount }
}

/** So many looks away, `apart` seconds from each other. */
const many = (count: number, apart: number): Incident[] =>
  Array.from({ length: count }, (_, place) => ({
    ...AWAY,
    id: `look_away-${place}`,
    started_us: AWAY.started_us + place * apart * 1e6,
    raised_us: AWAY.raised_us + place * apart * 1e6,
    ended_us: AWAY.raised_us + place * apart * 1e6 + 2e6,
  }))

const up = () => screen.getByRole('group')
const foot = () => screen.getByText(/for afterwards/)
const press = (keys: string) => userEvent.setup().keyboard(keys)

beforeEach(() => {
  localStorage.clear()
  Element.prototype.checkVisibility = () => true
})

test('a moment says what, how long, when and why, and whether it goes on', async () => {
  await talk([AWAY])
  expect(up().textContent).toContain('Looked away for 7 s at 1:12 To their left.')
  becomes([ABSENT])
  expect(up().textContent).toContain('Away for 12 s and still is')
})

test('how often such a moment was right stands beside it, and opens to what that was measured on', async () => {
  serve({ 'GET /api/rules/measured': () => [200, MEASURED] })
  await talk([AWAY, PHONE])
  expect(
    await screen.findByText('Of 10 such notes, about 7 were right when that was measured.'),
  ).toBeDefined()
  expect(screen.getByText(/in our measurements \(40 clips\). A hand/)).toBeDefined()
})

test('C confirms, D dismisses and L leaves for later what is up, with nothing in the focus', async () => {
  const { onReview } = await talk([AWAY, ABSENT])
  await press('c')
  expect(onReview).toHaveBeenLastCalledWith('look_away-1', 'confirmed')
  becomes([{ ...AWAY, review: 'confirmed' }, ABSENT])
  await press('d')
  expect(onReview).toHaveBeenLastCalledWith('absence-1', 'dismissed')
  becomes([
    { ...AWAY, review: 'confirmed' },
    { ...ABSENT, review: 'dismissed' },
  ])
  expect(screen.getByText('Nothing to look at now')).toBeDefined()
})

test('the keys belong to whoever types while somebody types', async () => {
  const { onReview } = await talk([AWAY])
  const field = document.body.appendChild(document.createElement('textarea'))
  field.focus()
  await press('cdl')
  expect(onReview).not.toHaveBeenCalled()
  expect(up().textContent).toContain('Looked away')
  field.remove()
})

test('the keys sleep where the moments cannot be seen', async () => {
  const { onReview } = await talk([AWAY])
  Element.prototype.checkVisibility = () => false
  await press('c')
  expect(onReview).not.toHaveBeenCalled()
})

test('a held key answers once', async () => {
  const { onReview } = await talk([AWAY, ABSENT])
  await press('{d>3/}')
  expect(onReview).toHaveBeenCalledTimes(1)
})

test('J moves to the next, whose answer the keys then give', async () => {
  const { onReview } = await talk([AWAY, ABSENT])
  await press('jjd')
  expect(onReview).toHaveBeenLastCalledWith('absence-1', 'dismissed')
})

test('what is read stays where it is, whatever comes and wherever it belongs', async () => {
  await talk([ABSENT])
  const before = up()
  becomes([AWAY, { ...ABSENT, seen_until_us: ABSENT.seen_until_us + 3e6 }])
  expect(up()).toBe(before)
  expect(up().textContent).toContain('Away for 15 s')
  expect(within(screen.getByRole('list', { name: 'Behind it' })).getByText(/Looked away/)).toBeDefined()
})

test('no more than the budget comes up in ten minutes; the rest waits for afterwards', async () => {
  await talk(many(PROMPTS_AT_MOST + 2, 20))
  expect(foot().textContent).toBe('2 more notes, for afterwards')
})

test('after ten minutes there is budget again', async () => {
  await talk(many(PROMPTS_AT_MOST + 2, 150))
  expect(foot().textContent).toBe('2 more notes, for afterwards')
  expect(screen.getByRole('list', { name: 'Behind it' }).children).toHaveLength(2)
  becomes(many(PROMPTS_AT_MOST + 2, 301))
  expect(foot().textContent).toBe('2 more notes, for afterwards')
})

test('what counts only when confirmed, and gaps in the watch, call nobody', async () => {
  const { onReview } = await talk([PHONE, GAP])
  expect(screen.queryByRole('group', { name: /phone/ })).toBeNull()
  expect(foot().textContent).toBe('2 more notes, for afterwards')
  const [phone] = screen.getAllByRole('listitem', { hidden: true })
  await userEvent.click(within(phone ?? document.body).getByText('Confirm'))
  expect(onReview).toHaveBeenCalledWith('phone-1', 'confirmed')
})

test('later is kept through a reload, asks for nothing in the log, and can be taken back', async () => {
  const { onReview, unmount } = await talk([AWAY])
  await press('l')
  expect(screen.getByText('For later: Looked away for 7 s')).toBeDefined()
  unmount()
  await talk([AWAY])
  expect(screen.getByText('Nothing to look at now')).toBeDefined()
  expect(screen.getByText('for later')).toBeDefined()
  unmount()
  expect(onReview).not.toHaveBeenCalled()
})

test('each answer can be taken back at once', async () => {
  const { onReview } = await talk([AWAY])
  await press('l')
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(up().textContent).toContain('Looked away')
  await press('d')
  becomes([{ ...AWAY, review: 'dismissed' }])
  expect(screen.getByText('Dismissed: Looked away for 7 s')).toBeDefined()
  const [beside] = screen.getAllByRole('button', { name: 'Undo' })
  await userEvent.click(beside ?? document.body)
  expect(onReview).toHaveBeenLastCalledWith('look_away-1', 'open')
})

test('only what comes up is announced, politely', async () => {
  await talk([AWAY, PHONE, GAP])
  const announced = document.querySelector('[aria-live]')
  expect(announced?.getAttribute('aria-live')).toBe('polite')
  expect(announced?.textContent).toBe('A new moment at 1:12. To their left.')
})
