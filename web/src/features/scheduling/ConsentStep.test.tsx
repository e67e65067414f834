import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { ConsentStep } from './ConsentStep'
import { CONSENT_TEXT, isOutdated, type Visit } from './visit'
import { serve, show } from '@/testing/page'

const VISIT = {
  interview: {
    organisation: 'Northwind Hospital',
    title: 'Ward nurse',
    starts_at: '2026-11-26T13:30:00Z',
    zone: 'Europe/Berlin',
    candidate_zone: 'Europe/Lisbon',
    minutes: 45,
    interviewers: ['Ines'],
  },
  candidate: { name: 'Cai', zone: 'Europe/Lisbon' },
  consent: null,
  room: null,
  watching: {
    policy: 'standard@3',
    watches: ['objects', 'sound', 'gaze_point'],
    shares_overlay: true,
    takes_stills: true,
    offers_liveness: false,
    max_gaze_radius_mdeg: 6000,
  },
} as unknown as Visit
const FACES_ONLY = { ...VISIT.watching, policy: 'standard@2', watches: [], shares_overlay: false }

test('nothing is chosen for the candidate, and nothing goes on without a choice', async () => {
  const asked = serve({})
  await show(<ConsentStep visit={VISIT} onGiven={vi.fn()} onLeft={vi.fn()} />)
  for (const option of screen.getAllByRole('radio')) expect(option.getAttribute('aria-checked')).toBe('false')
  await userEvent.setup().click(screen.getByRole('button', { name: 'Agree and test my camera' }))
  expect(screen.getByRole('alert').textContent).toBe('Please choose one of the two first.')
  expect(asked).toEqual([])
})

test('a candidate can agree to the call without notes', async () => {
  const asked = serve({ 'POST /api/visit/consent': () => [200, {}] })
  const onGiven = vi.fn()
  await show(<ConsentStep visit={VISIT} onGiven={onGiven} onLeft={vi.fn()} />)
  const person = userEvent.setup()
  await person.click(screen.getByText('No notes, please'))
  await person.click(screen.getByRole('button', { name: 'Agree and test my camera' }))
  await vi.waitFor(() => expect(onGiven).toHaveBeenCalled())
  expect(asked.at(-1)?.body).toEqual({ call: true, observation: false, text_version: 'en-3' })
})

test('the time is told on both clocks', async () => {
  await show(<ConsentStep visit={VISIT} onGiven={vi.fn()} onLeft={vi.fn()} />)
  expect(screen.getByText(/13:30|1:30/)).toBeDefined()
  expect(screen.getByText(/in Berlin, where they are/).textContent).toMatch(/14:30|2:30/)
})

test('all that the policy has watched is told, and what can be switched off', async () => {
  await show(<ConsentStep visit={VISIT} onGiven={vi.fn()} onLeft={vi.fn()} />)
  for (const told of [
    /a phone, a book/,
    /how loud the room is/,
    /follow a dot/,
    /drawing over your picture/,
  ]) {
    expect(screen.getByText(told)).toBeDefined()
  }
  expect(screen.getByText(/switch each of these off in the talk/)).toBeDefined()
  expect(screen.getByText(/eyes are open or shut/)).toBeDefined()
})

test('what the policy does not have watched is not told', async () => {
  await show(<ConsentStep visit={{ ...VISIT, watching: FACES_ONLY }} onGiven={vi.fn()} onLeft={vi.fn()} />)
  expect(screen.queryByText(/a phone, a book|how loud|follow a dot|drawing|switch each/)).toBeNull()
})

test('whoever agreed to words that told of less is told that they are asked again', async () => {
  const consent = { call: true, observation: true, text_version: 'en-2', given_at: '2026-11-20T10:00:00Z' }
  expect(isOutdated(consent)).toBe(true)
  expect(isOutdated({ ...consent, text_version: CONSENT_TEXT })).toBe(false)
  expect(isOutdated({ ...consent, observation: false })).toBe(false)
  await show(<ConsentStep visit={{ ...VISIT, consent }} onGiven={vi.fn()} onLeft={vi.fn()} />)
  expect(screen.getByText(/decide again/)).toBeDefined()
})
