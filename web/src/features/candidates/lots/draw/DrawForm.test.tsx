import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { serve, show } from '@/testing/page'

import type { Pool } from '../queries'
import { DrawForm } from './DrawForm'

const POOL: Pool = {
  id: 'spring',
  name: 'Spring',
  columns: ['Region'],
  members: 10,
  created_at: '2026-11-20T10:00:00Z',
  upload_limit_mb: 50,
  archived_at: null,
}
const PREVIEW = { members: 10, pool_hash: 'abc123', lots: 0, groups: [], group_count: 0 }
const LOT = { id: 'lot-1', name: 'Spring · 1' }

type Answers = Parameters<typeof serve>[0]

/** jsdom does not scroll. */
vi.stubGlobal('scrollTo', () => {})

async function showForm(answers: Answers) {
  const asked = serve({ 'GET /api/lots/preview': () => [200, PREVIEW], ...answers })
  const root = createRootRoute({
    component: () => (
      <DrawForm pool={POOL} filter={{ search: '', column: '', value: '' }} order="name" chosen={[]} />
    ),
    notFoundComponent: () => null,
  })
  const router = createRouter({ routeTree: root, history: createMemoryHistory() })
  await show(<RouterProvider router={router as never} />)
  await screen.findByText('people in Spring take part.')
  const made = () => asked.filter(({ what }) => what === 'POST /api/lots').map(({ body }) => body)
  return { router, made, asked }
}

async function confirm(size: string, times = 1) {
  await userEvent.type(screen.getByRole('textbox', { name: 'How many' }), size)
  await userEvent.click(screen.getByRole('button', { name: 'Draw' }))
  const dialog = await screen.findByRole('alertdialog')
  const draw = within(dialog).getByRole('button', { name: 'Draw' })
  await (times === 2 ? userEvent.dblClick(draw) : userEvent.click(draw))
  return dialog
}

test('a double click draws once, exactly what was looked at', async () => {
  const { router, made } = await showForm({ 'POST /api/lots': () => [201, LOT] })
  await confirm('3', 2)
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/lots/lot-1'))
  expect(made()).toEqual([
    expect.objectContaining({ way: 'lot', size: 3, seen_hash: 'abc123', seen_lots: 0, strategy: 'random' }),
  ])
})

test('asking again after an answer was lost is the same request', async () => {
  let lots = 0
  const { router, made } = await showForm({
    'GET /api/lots/preview': () => [200, { ...PREVIEW, lots }],
    'GET /api/lots': () => [200, { items: [], total: lots, page: 1, pages: 1 }],
    'POST /api/lots': () => (lots++ ? [201, LOT] : [500, {}]),
  })
  const dialog = await confirm('3')
  await within(dialog).findByText(/The server could not finish this/)
  await screen.findByText('1 lot was made from this pool before:')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Draw' }))
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/lots/lot-1'))
  const keys = made().map((body) => (body as { request_key: string }).request_key)
  expect(keys).toEqual([keys[0], keys[0]])
})

test('another lot in the meantime is told, and looked at first', async () => {
  let lots = 0
  const { router, made, asked } = await showForm({
    'GET /api/lots/preview': () => [200, { ...PREVIEW, lots }],
    'GET /api/lots': () => [200, { items: [], total: 1, page: 1, pages: 1 }],
    'POST /api/lots': () => {
      lots = 1
      return [409, { code: 'lots_since', params: {} }]
    },
  })
  await confirm('3')
  await screen.findByText(/Another lot was made from this pool since you looked/)
  expect(screen.queryByRole('alertdialog')).toBeNull()
  await screen.findByText('1 lot was made from this pool before:')
  expect(router.state.location.pathname).toBe('/')
  expect(made()).toHaveLength(1)
  expect(asked.filter(({ what }) => what === 'GET /api/lots/preview').length).toBeGreaterThan(1)
})

test('more than take part is said at once and not sent', async () => {
  const { made } = await showForm({})
  await userEvent.type(screen.getByRole('textbox', { name: 'How many' }), '11{Enter}')
  expect(
    screen.getByText('A lot of 11 cannot be chosen from 10 people. Choose a number from 1 to 10.'),
  ).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Draw' }))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(made()).toEqual([])
})

test('a column of words cannot be ranked, and the page says whose', async () => {
  const refusal = {
    code: 'lot_not_a_number',
    status: 422,
    params: { key: 'bo@mail.example', value: 'North' },
  }
  const answers = { 'GET /api/lots/preview': (): [number, unknown] => [200, PREVIEW] }
  const { made } = await showForm(answers)
  await userEvent.type(screen.getByRole('textbox', { name: 'How many' }), '3')
  answers['GET /api/lots/preview'] = () => [422, refusal]
  serve(answers)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Chances' }), 'ranked')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Column' }), 'Region')
  await screen.findByText(/bo@mail.example has “North” where a number is needed/)
  await userEvent.click(screen.getByRole('button', { name: 'Draw' }))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(made()).toEqual([])
})

test('a seed can be made here, and is sent as it stands', async () => {
  const { made } = await showForm({ 'POST /api/lots': () => [201, LOT] })
  await userEvent.click(screen.getByRole('button', { name: 'Make one' }))
  const seed = screen.getByRole<HTMLInputElement>('textbox', { name: 'Seed' }).value
  await confirm('2')
  await vi.waitFor(() => expect(made()).toEqual([expect.objectContaining({ seed })]))
})
