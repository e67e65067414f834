import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { serve, show } from '@/testing/page'

import { LotFilter } from './LotFilter'

const lot = (id: string) => ({ id, name: `Lot ${id}` })
const page = (...ids: string[]) => ({ items: ids.map(lot), total: ids.length, page: 1, pages: 1 })

test('one lot is chosen, and all of them again', async () => {
  serve({ 'GET /api/lots': () => [200, page('b', 'a')] })
  const onChange = vi.fn()
  await show(<LotFilter lot={undefined} onChange={onChange} />)
  const list = await screen.findByRole('combobox', { name: 'Of which lot' })
  await userEvent.selectOptions(list, 'Lot a')
  expect(onChange).toHaveBeenLastCalledWith('a')
})

test('the lot of the address is named even where it is not among the newest', async () => {
  serve({ 'GET /api/lots': () => [200, page('b')], 'GET /api/lots/old': () => [200, lot('old')] })
  const onChange = vi.fn()
  await show(<LotFilter lot="old" onChange={onChange} />)
  await screen.findByRole('option', { name: 'Lot old' })
  expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('old')
  await userEvent.selectOptions(screen.getByRole('combobox'), 'Interviews of all lots')
  expect(onChange).toHaveBeenLastCalledWith(undefined)
})

test('where there is no lot there is nothing to choose', async () => {
  const asked = serve({ 'GET /api/lots': () => [200, page()] })
  await show(<LotFilter lot={undefined} onChange={vi.fn()} />)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  expect(screen.queryByRole('combobox')).toBeNull()
})
