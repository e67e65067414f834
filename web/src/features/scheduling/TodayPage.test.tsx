import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { serve, showRouted } from '@/testing/page'

import type { Today } from './interviews'
import { TodayPage } from './TodayPage'

const NOTHING: Today = { interviews: [], waiting: [], has_candidates: true }

async function show(today: Partial<Today>, may?: ('interviews.read' | 'candidates.write')[]) {
  serve({ 'GET /api/today': () => [200, { ...NOTHING, ...today }] })
  await showRouted(<TodayPage ribbonOf={() => null} />, may && { may })
}

test('a day on which nothing waits says so', async () => {
  await show({})
  await screen.findByText('No interview today')
  expect(screen.getByText('Nothing waits for you.')).toBeDefined()
})

test('who stands at the door comes before what can wait', async () => {
  await show({
    waiting: [
      { kind: 'decision_due', count: 2 },
      { kind: 'candidate_waiting', count: 1, candidate: 'Cai', interview_id: 'one' },
    ],
  })
  await screen.findByText(/Cai/)
  const lists = screen.getAllByRole('list').filter((one) => one.hasAttribute('aria-label'))
  expect(within(lists[0] ?? document.body).getByText(/lobby: Cai/)).toBeDefined()
  expect(screen.getByText('reports wait for a decision')).toBeDefined()
  expect(screen.getByText(/^3 things wait/)).toBeDefined()
})

test('on the first day whoever may bring people in is led there', async () => {
  await show({ has_candidates: false }, ['interviews.read', 'candidates.write'])
  const links = await screen.findAllByRole('link')
  expect(links.map((one) => one.getAttribute('href'))).toEqual(['/pools', '/candidates'])
})

test('the others are told what will be here', async () => {
  await show({ has_candidates: false }, ['interviews.read'])
  await screen.findByText('No interview today')
  expect(screen.queryByRole('link')).toBeNull()
})

test('where the server does not answer there is a way to ask again', async () => {
  serve({ 'GET /api/today': () => [403, { code: 'forbidden' }] })
  await showRouted(<TodayPage ribbonOf={() => null} />)
  await screen.findByRole('alert')
})
