import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { showRouted } from '@/testing/page'

import type { Invitation } from './visit'
import { WhatWillHappen } from './WhatWillHappen'

const INTERVIEW = {
  organisation: 'Northwind Hospital',
  title: 'Ward nurse',
  starts_at: '2026-11-26T13:30:00Z',
  zone: 'Europe/Berlin',
  candidate_zone: 'Europe/Lisbon',
  minutes: 45,
  interviewers: ['Ines'],
  needs: [] as Invitation['needs'],
} as Invitation

const tell = () => Promise.resolve()

test('the time is told on both clocks', async () => {
  await showRouted(<WhatWillHappen interview={INTERVIEW} foot={null} onTell={tell} />)
  expect((await screen.findByText(/13:30|1:30/)).textContent).toBeDefined()
  expect(screen.getByText(/in Berlin, where they are/).textContent).toMatch(/14:30|2:30/)
})

test('what was asked before is told, and whether it was answered', async () => {
  const needs = [
    { kind: 'adjustment', told_at: '2026-11-21T09:00:00Z', answered_at: '2026-11-21T10:00:00Z' },
    { kind: 'another_time', told_at: '2026-11-20T09:00:00Z', answered_at: null },
  ] as const
  await showRouted(
    <WhatWillHappen interview={{ ...INTERVIEW, needs: [...needs] }} foot={null} onTell={tell} />,
  )
  expect((await screen.findByText(/You said what you need/)).textContent).toMatch(/The answer was sent/)
  expect(screen.getByText(/You asked for another time/).textContent).toMatch(/Northwind Hospital has it/)
})

test('what will happen is told in five steps, with how long each takes', async () => {
  await showRouted(<WhatWillHappen interview={INTERVIEW} foot={null} onTell={tell} />)
  const steps = (await screen.findByText('You read and decide')).closest('ol')?.children
  expect(steps).toHaveLength(5)
  expect(steps?.[3]?.textContent).toContain('45 minutes')
})
