import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { ConsentStep } from './ConsentStep'
import type { Visit } from './visit'
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
} as unknown as Visit

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
