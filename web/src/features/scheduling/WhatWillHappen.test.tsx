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
} as Invitation

test('the time is told on both clocks', async () => {
  await showRouted(<WhatWillHappen interview={INTERVIEW} foot={null} />)
  expect((await screen.findByText(/13:30|1:30/)).textContent).toBeDefined()
  expect(screen.getByText(/in Berlin, where they are/).textContent).toMatch(/14:30|2:30/)
})

test('what will happen is told in five steps, with how long each takes', async () => {
  await showRouted(<WhatWillHappen interview={INTERVIEW} foot={null} />)
  const steps = (await screen.findByText('You read and decide')).closest('ol')?.children
  expect(steps).toHaveLength(5)
  expect(steps?.[3]?.textContent).toContain('45 minutes')
})
