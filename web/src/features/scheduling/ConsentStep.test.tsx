import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'

import { type Answers, ConsentStep } from './ConsentStep'
import { isOutdated, type Visit } from './visit'
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
  policy: { reference: 'standard@3', without: [] },
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
const GIVEN_AT = '2026-11-20T10:00:00Z'
const FACES_ONLY = { ...VISIT.watching, policy: 'standard@2', watches: [], shares_overlay: false }

/** The step with what was answered, as the page keeps it. */
function Step({
  visit = VISIT,
  onGiven = vi.fn(),
  onOutdated = vi.fn(),
}: {
  visit?: Visit
  onGiven?: () => void
  onOutdated?: () => void
}) {
  const [answers, setAnswers] = useState<Answers>({ extras: [] })
  return (
    <ConsentStep
      visit={visit}
      answers={answers}
      onAnswers={setAnswers}
      onGiven={onGiven}
      onOutdated={onOutdated}
      onBack={vi.fn()}
      onLeft={vi.fn()}
    />
  )
}

test('nothing is chosen for the candidate, and nothing goes on without a choice', async () => {
  const asked = serve({})
  await show(<Step />)
  for (const option of screen.getAllByRole('radio')) expect(option.getAttribute('aria-checked')).toBe('false')
  await userEvent.setup().click(screen.getByRole('button', { name: 'Agree and test my camera' }))
  expect(screen.getByRole('alert').textContent).toBe('Please choose one of the two first.')
  expect(asked).toEqual([])
})

test('what is needed and what is theirs to decide are told in the same three points', async () => {
  await show(<Step />)
  expect(screen.getAllByText('Who sees it')).toHaveLength(3)
  expect(screen.queryByText(/^term_/)).toBeNull()
})

test('a candidate can agree to the call without notes', async () => {
  const asked = serve({ 'POST /api/visit/consent': () => [200, {}] })
  const onGiven = vi.fn()
  await show(<Step onGiven={onGiven} />)
  const person = userEvent.setup()
  await person.click(screen.getByText('No notes, please'))
  await person.click(screen.getByRole('button', { name: 'Agree and test my camera' }))
  await vi.waitFor(() => expect(onGiven).toHaveBeenCalled())
  expect(asked.at(-1)?.body).toEqual({
    call: true,
    observation: false,
    further: [],
    policy: 'standard@3',
    text_version: 'en-3',
  })
})

test('each further note is asked for by itself, and none is ticked', async () => {
  const asked = serve({ 'POST /api/visit/consent': () => [200, {}] })
  await show(<Step />)
  expect(screen.queryAllByRole('checkbox')).toEqual([])
  const person = userEvent.setup()
  await person.click(screen.getByText('Yes, notes may be taken'))
  const ticks = screen.getAllByRole<HTMLInputElement>('checkbox')
  expect(ticks.map(({ checked }) => checked)).toEqual([false, false, false, false])
  for (const told of [/A phone, a book/, /how loud the room is/, /follow a dot/, /frame around your face/])
    expect(screen.getByText(told)).toBeDefined()
  await person.click(screen.getByRole('checkbox', { name: 'Voices and noise' }))
  await person.click(screen.getByRole('button', { name: 'Agree and test my camera' }))
  await vi.waitFor(() => expect(asked.at(-1)?.body).toMatchObject({ observation: true, further: ['sound'] }))
})

test('whoever then says no allows none of them', async () => {
  const asked = serve({ 'POST /api/visit/consent': () => [200, {}] })
  await show(<Step />)
  const person = userEvent.setup()
  await person.click(screen.getByText('Yes, notes may be taken'))
  await person.click(screen.getByRole('checkbox', { name: 'Things in sight' }))
  await person.click(screen.getByText('No notes, please'))
  await person.click(screen.getByRole('button', { name: 'Agree and test my camera' }))
  await vi.waitFor(() => expect(asked.at(-1)?.body).toMatchObject({ observation: false, further: [] }))
})

test('every point says who sees it, how long it is kept, and what happens without', async () => {
  await show(<Step />)
  for (const term of ['Who sees it', 'Kept', 'Without']) expect(screen.getAllByText(term)).toHaveLength(3)
})

test('what the policy does not have watched is not told', async () => {
  await show(<Step visit={{ ...VISIT, watching: FACES_ONLY }} />)
  await userEvent.setup().click(screen.getByText('Yes, notes may be taken'))
  expect(screen.queryByText(/a phone, a book|how loud|follow a dot|drawing|switch each/i)).toBeNull()
})

test('whoever agreed to words that told of less is told that they are asked again', async () => {
  const consent = { call: true, observation: true, further: null, text_version: 'en-2', given_at: GIVEN_AT }
  expect(isOutdated(consent)).toBe(true)
  expect(isOutdated({ ...consent, text_version: 'de-3' })).toBe(false)
  expect(isOutdated({ ...consent, observation: false })).toBe(false)
  await show(<Step visit={{ ...VISIT, consent }} />)
  expect(screen.getByText(/decide again/)).toBeDefined()
})

test('whoever agreed to all at once decides on each', async () => {
  const consent = { call: true, observation: true, further: null, text_version: 'en-3', given_at: GIVEN_AT }
  const page = await show(<Step visit={{ ...VISIT, consent }} />)
  expect(screen.getByText(/say once more what may be noted/)).toBeDefined()
  page.unmount()
  await show(<Step visit={{ ...VISIT, consent: { ...consent, further: ['sound'] } }} />)
  expect(screen.queryByText(/say once more/)).toBeNull()
})

test('what counts for them is told, and nothing is agreed to once it was changed', async () => {
  serve({ 'POST /api/visit/consent': () => [409, { code: 'policy_changed' }] })
  const onOutdated = vi.fn()
  const policy = { ...VISIT.policy, without: ['look_away' as const] }
  await show(<Step visit={{ ...VISIT, policy }} onOutdated={onOutdated} />)
  expect(screen.getByText(/these do not count for you: looking away/)).toBeDefined()
  const person = userEvent.setup()
  await person.click(screen.getByRole('radio', { name: 'No notes, please' }))
  await person.click(screen.getByRole('button', { name: 'Agree and test my camera' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was agreed to')
  expect(onOutdated).toHaveBeenCalled()
})
