import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { serve, showRouted } from '@/testing/page'
import { toasts } from '@/ui/toast'

import { MemberSection } from './MemberSection'
import type { Member, Pool } from './queries'

const POOL: Pool = {
  id: 'spring',
  name: 'Spring',
  columns: ['Mark'],
  members: 240,
  created_at: '2026-11-20T10:00:00Z',
  archived_at: null,
  upload_limit_mb: 50,
}
const FILTER = { search: '', column: '', value: '', order: 'name' }
const PAGE = ['Ana', 'Bo', 'Cy', 'Dov'].map((name): Member => ({
  id: name.toLowerCase(),
  candidate_id: `candidate-${name}`,
  name,
  email: `${name}@mail.example`,
  zone: 'Europe/Lisbon',
  phone: '',
  values: { Mark: '7' },
  added_at: '2026-11-20T10:00:00Z',
}))

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }))
})

async function showSection(total = 240) {
  const asked = serve({
    'GET /api/pools/spring/members': () => [200, { items: PAGE, total, page: 1, pages: 5 }],
    'POST /api/pools/spring/removals': () => [201, { id: 'r', count: total }],
    'POST /api/pools/spring/members.csv': () => [200, 'Name'],
    'PATCH /api/pools/spring/members/bo': () => [200, PAGE[1]],
  })
  const onFilter = vi.fn()
  await showRouted(
    <MemberSection pool={POOL} filter={FILTER} page={1} onFilter={onFilter} onPage={vi.fn()} />,
  )
  await screen.findByRole('link', { name: 'Ana' })
  const sent = (what: string) => asked.filter((one) => one.what === what).map(({ body }) => body)
  return { onFilter, sent }
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })

test('shift takes in everyone in between', async () => {
  const { sent } = await showSection()
  const user = userEvent.setup()
  await user.click(box('Choose Ana'))
  await user.keyboard('{Shift>}')
  await user.click(box('Choose Cy'))
  await user.keyboard('{/Shift}')
  await screen.findByText('3 chosen')
  await user.click(box('Choose Ana'))
  expect(screen.getByText('2 chosen')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Remove from the pool' }))
  await vi.waitFor(() =>
    expect(sent('POST /api/pools/spring/removals')).toEqual([
      { selection: { mode: 'some', ids: ['bo', 'cy'] } },
    ]),
  )
})

test('one box means all that match, by the filter and not one by one', async () => {
  const { sent } = await showSection()
  await userEvent.click(box('Choose all 240 that match'))
  expect(screen.getByText('240 chosen')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Remove from the pool' }))
  await vi.waitFor(() =>
    expect(sent('POST /api/pools/spring/removals')).toEqual([{ selection: { mode: 'all', filter: FILTER } }]),
  )
})

test('readers are told the whole, and where in it a row stands', async () => {
  await showSection()
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('241')
  const row = screen.getByRole('link', { name: 'Bo' }).closest('tr')
  expect(row?.getAttribute('aria-rowindex')).toBe('3')
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
})

test('columns are left out, and the view is there again under its name', async () => {
  const { onFilter } = await showSection()
  await userEvent.click(screen.getByRole('button', { name: 'View' }))
  await userEvent.click(box('Mark'))
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of this view' }), 'Short{Enter}')
  await userEvent.click(box('Mark'))
  await userEvent.click(screen.getByRole('button', { name: 'Short' }))
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('columnheader', { name: 'Mark' })).toBeNull()
  expect(onFilter).toHaveBeenLastCalledWith(FILTER)
})

test('people who could not be removed stay chosen, and it is said', async () => {
  await showSection()
  serve({ 'POST /api/pools/spring/removals': () => [409, { code: 'pool_archived' }] })
  await userEvent.click(box('Choose Ana'))
  await userEvent.click(screen.getByRole('button', { name: 'Remove from the pool' }))
  await vi.waitFor(() => expect(toasts.now().at(-1)?.text).toMatch(/This pool is put away/))
  expect(screen.getByText('1 chosen')).toBeDefined()
})

test('pressing a column orders by it, and again turns the order round', async () => {
  const { onFilter } = await showSection()
  await userEvent.click(screen.getByRole('button', { name: 'Mark' }))
  expect(onFilter).toHaveBeenLastCalledWith({ ...FILTER, order: 'value:Mark' })
  await userEvent.click(screen.getByRole('button', { name: /^Name/ }))
  expect(onFilter).toHaveBeenLastCalledWith({ ...FILTER, order: '-name' })
})

test('what the pool says of a person is edited in place', async () => {
  const { sent } = await showSection()
  await userEvent.click(screen.getByRole('button', { name: 'Change what this pool says of Bo' }))
  const mark = screen.getByRole('textbox', { name: 'Mark' })
  await userEvent.clear(mark)
  await userEvent.type(mark, '9{Enter}')
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent('PATCH /api/pools/spring/members/bo')).toEqual([{ values: { Mark: '9' } }])
})

test('a file of those who were chosen holds them alone, in the columns that are looked at', async () => {
  URL.createObjectURL = () => 'blob:'
  localStorage.setItem('fairview.pool.ada.spring', JSON.stringify({ hidden: ['Mark'], views: [] }))
  const { sent } = await showSection()
  await userEvent.click(box('Choose Cy'))
  await userEvent.click(screen.getByRole('button', { name: 'Download as CSV' }))
  await vi.waitFor(() =>
    expect(sent('POST /api/pools/spring/members.csv')).toEqual([
      { selection: { mode: 'some', ids: ['cy'] }, without: ['Mark'] },
    ]),
  )
})

test('a file of all who match is fetched by the browser itself, however many they are', async () => {
  await showSection()
  await userEvent.click(box('Choose all 240 that match'))
  const link = screen.getByRole('link', { name: 'Download as CSV' })
  expect(link.getAttribute('href')).toBe('/api/pools/spring/members.csv?search=&column=&value=&order=name')
})
