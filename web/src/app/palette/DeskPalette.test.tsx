import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { serve, showRouted } from '@/testing/page'

import { DeskPalette } from './DeskPalette'

const NOTHING = { items: [], total: 0, page: 1, pages: 1 }
const FOUND = {
  'GET /api/candidates': { id: 'cai', name: 'Cai Lindqvist', email: 'cai@mail.example' },
  'GET /api/pools': { id: 'spring', name: 'Spring' },
}

beforeEach(() => sessionStorage.clear())

async function open(may?: ('candidates.read' | 'candidates.write' | 'interviews.read')[]) {
  const answers = Object.entries(FOUND).map(
    ([what, item]) => [what, () => [200, { ...NOTHING, items: [item], total: 1 }]] as const,
  )
  serve({
    ...Object.fromEntries(answers),
    'GET /api/lots': () => [200, NOTHING],
    'GET /api/interviews': () => [200, NOTHING],
  })
  const onClose = vi.fn()
  const router = await showRouted(<DeskPalette open onClose={onClose} />, may && { may })
  await screen.findByRole('combobox')
  return { router, onClose }
}

const group = (name: string) => within(screen.getByRole('group', { name }))
const lines = (name: string) =>
  group(name)
    .getAllByRole('option')
    .map((line) => line.textContent)

test('without a word it offers what this person may do and see', async () => {
  await open(['interviews.read'])
  expect(lines('Go to')).toEqual(['Today', 'Interviews'])
  expect(lines('Do')).not.toContain('New pool')
  expect(lines('Do')).toContain('Sign out')
})

test('the beginnings of words find, and Enter leads there', async () => {
  const { router, onClose } = await open(['candidates.read', 'candidates.write'])
  await userEvent.keyboard('ca')
  expect(lines('Go to')).toEqual(['Candidates'])
  await userEvent.click(group('Go to').getByRole('option'))
  expect(onClose).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/candidates'))
})

test('records are found on the server, and the one picked is there again next time', async () => {
  const { router } = await open(['candidates.read'])
  await userEvent.keyboard('cai')
  await userEvent.click(await screen.findByRole('option', { name: /Cai Lindqvist/ }))
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/candidates/cai'))
  expect(sessionStorage.getItem('fairview.palette')).toContain('cai')
})

test('bringing a file into a pool asks which, and Backspace goes back', async () => {
  const { router } = await open(['candidates.read', 'candidates.write'])
  await userEvent.click(screen.getByRole('option', { name: 'Bring a file into a pool…' }))
  expect(screen.getByRole('combobox', { name: 'Bring a file into which pool?' })).toBeDefined()
  await screen.findByRole('option', { name: 'Spring' })
  await userEvent.keyboard('{Backspace}')
  expect(screen.getByRole('combobox', { name: 'Find or do anything' })).toBeDefined()
  await userEvent.click(screen.getByRole('option', { name: 'Bring a file into a pool…' }))
  await screen.findByRole('option', { name: 'Spring' })
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/pools/spring/import'))
})

test('what cannot be looked up is said, with the way to ask again', async () => {
  await open(['candidates.read'])
  serve({})
  await userEvent.keyboard('zz')
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined()
})

test('a new pool is made where one is', async () => {
  await open(['candidates.read', 'candidates.write'])
  await userEvent.click(screen.getByRole('option', { name: 'New pool' }))
  expect(await screen.findByRole('dialog', { name: 'Create a pool' })).toBeDefined()
})
