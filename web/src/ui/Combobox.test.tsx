import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'

import { show } from '@/testing/page'

import { Combobox } from './Combobox'
import { Field } from './Field'

const ZONES = ['Africa/Lagos', 'America/Sao_Paulo', 'Europe/Berlin'].map((zone) => ({
  value: zone,
  label: zone,
}))

function Zones({ onAdd }: { onAdd?: (name: string) => void }) {
  const [zone, setZone] = useState('Europe/Berlin')
  return (
    <Field label="Zone">
      {(ids) => (
        <Combobox
          {...ids}
          options={ZONES}
          value={zone}
          onChange={setZone}
          {...(onAdd && { extra: { label: (query: string) => `Add ${query}`, onPick: onAdd } })}
        />
      )}
    </Field>
  )
}

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Zone' })

test('typing finds, Enter picks, and the list closes', async () => {
  await show(<Zones />)
  await userEvent.type(box(), 'sao')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['America/Sao_Paulo'])
  await userEvent.keyboard('{Enter}')
  expect(box().value).toBe('America/Sao_Paulo')
  expect(box().getAttribute('aria-expanded')).toBe('false')
})

test('arrows walk the list from what is chosen, and around its end', async () => {
  await show(<Zones />)
  box().focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(box().value).toBe('Africa/Lagos')
})

test('Escape and leaving keep what was chosen', async () => {
  await show(<Zones />)
  await userEvent.type(box(), 'lagos{Escape}')
  expect(box().value).toBe('Europe/Berlin')
  await userEvent.type(box(), 'nowhere')
  await userEvent.tab()
  expect(box().value).toBe('Europe/Berlin')
})

test('what is not found can be added', async () => {
  const onAdd = vi.fn()
  await show(<Zones onAdd={onAdd} />)
  await userEvent.type(box(), 'Mars{Enter}')
  expect(onAdd).toHaveBeenCalledWith('Mars')
})
