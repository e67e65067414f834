import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import { serve, showRouted } from '@/testing/page'

import type { Call, Lot } from '../queries'
import { DrawStory } from './DrawStory'

const LOT: Lot = {
  id: '0192f3a0-0000-7000-8000-000000000001',
  number: 1,
  name: 'Spring · 1',
  pool: { id: 'spring', name: 'Spring' },
  way: 'lot',
  strategy: 'random',
  size: 3,
  pool_size: 10,
  pool_hash: 'abcdef',
  created_at: '2026-11-21T12:00:00Z',
  created_by: 'Ada',
  rule: { search: '', column: '', value: '', order: 'name' },
  seed: '00ff',
  seed_origin: 'made',
  of_pool: 1,
  replaced: 0,
  waiting: 7,
  unlisted: 0,
}

const CALL: Call = {
  left: { rank: 2, name: 'Dana Ruiz' },
  called: { rank: 4, name: 'Eli Novak' },
  reason: 'Took another job.',
  at: '2026-11-22T09:00:00Z',
  by: 'Rhea',
  same_group: null,
}

async function told(part: Partial<Lot> = {}) {
  serve({ [`GET /api/lots/${LOT.id}/replacements`]: () => [200, [CALL]] })
  await showRouted(<DrawStory lot={{ ...LOT, ...part }} />)
  await screen.findByText('The list was fixed')
  return screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
}

test('a draw is told in the order in which it happened', async () => {
  expect(await told()).toEqual([
    '10 people could be chosen',
    'The list was fixed',
    'Chance came from one number',
    '3 people were drawn',
    '7 people stand by',
    'Nobody has dropped out',
  ])
  expect(screen.getByText(/Ada did not choose it/)).toBeDefined()
  expect(screen.getByText(/Everyone had the same chance/)).toBeDefined()
})

test('a claim opens to what it rests on', async () => {
  await told({ strategy: 'stratified:Region' })
  const opener = screen.getByRole('button', { name: 'How this can be checked: The list was fixed' })
  const command = screen.getByText(
    'fairview lot hash --pool pool-000000000001.csv --strategy "stratified:Region"',
  )
  expect(command.closest('[hidden]')).not.toBeNull()
  await userEvent.click(opener)
  expect(command.closest('[hidden]')).toBeNull()
})

test('who came instead of whom is said with the reason and by whom', async () => {
  await told({ replaced: 1 })
  const line = await screen.findByText('Eli Novak (place 4) came in for Dana Ruiz (place 2).')
  expect(within(line.closest('li') ?? line).getByText(/Took another job.*Rhea/)).toBeDefined()
})

test('without chance nothing is said of it', async () => {
  const rule = { search: '', column: 'Region', value: 'North', order: '-value:Mark' }
  expect(await told({ way: 'order', strategy: '', seed: '', seed_origin: '', rule })).toEqual([
    '10 people could be chosen',
    'The list was fixed',
    'The first 3 were taken',
    '7 people stand by',
    'Nobody has dropped out',
  ])
  expect(screen.getByText(/by Mark, highest first/)).toBeDefined()
  expect(screen.getByText(/Limited to those with “North” in Region/)).toBeDefined()
})
