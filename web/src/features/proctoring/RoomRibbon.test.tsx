import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import type { LiveLink } from '@/live/contracts'
import { show } from '@/testing/page'

import { RoomRibbon } from './RoomRibbon'
import type { Incident, Rules } from './words'

const STARTED_US = 1_000_000_000
const RULES: Rules = { absence: { counts: 'unless_dismissed' }, phone: { counts: 'when_confirmed' } }
const link = { serverNow: () => ({ us: STARTED_US + 60e6, uncertaintyUs: 0 }) } as unknown as LiveLink

const incident = (rule: Incident['rule'], review: Incident['review'] = 'open'): Incident => ({
  id: `${rule}-${review}`,
  rule,
  reason: 'phone_seen',
  started_us: STARTED_US,
  raised_us: STARTED_US,
  ended_us: STARTED_US + 7e6,
  seen_until_us: STARTED_US + 7e6,
  severity_pm: 0,
  review,
  note: '',
})

const ribbon = (...incidents: Incident[]) =>
  show(<RoomRibbon incidents={incidents} rules={RULES} startedUs={STARTED_US} link={link} />)
const marks = (look: string) => screen.getByRole('img').querySelectorAll(look).length

test('looks, moments and notes are told apart', async () => {
  await ribbon(incident('look_away'), incident('absence'), incident('phone'), incident('phone', 'confirmed'))
  expect([marks('.bg-evidence-mark'), marks('.bg-notice-mark'), marks('.bg-line-3')]).toEqual([1, 2, 1])
})

test('where nothing was observed it is hatched, and that is no moment', async () => {
  await ribbon(incident('monitoring_gap'))
  expect([marks('.hatched'), marks('.bg-line-3')]).toEqual([1, 0])
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('no moments')
})
