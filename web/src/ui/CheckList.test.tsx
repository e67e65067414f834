import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { show } from '@/testing/page'

import { CheckList } from './CheckList'

const PEOPLE = [
  { value: 'ines', label: 'Ines Duarte' },
  { value: 'omar', label: 'Omar Haddad' },
]

test('what is wrong belongs to the group and to each of its boxes', async () => {
  const error = 'Choose at least one person.'
  await show(
    <CheckList label="Panel" options={PEOPLE} values={[]} onChange={() => undefined} error={error} />,
  )
  const group = screen.getByRole('group', { name: 'Panel' })
  expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe(error)
  expect(screen.getAllByRole('checkbox', { name: /./ }).map((box) => box.ariaInvalid)).toEqual([
    'true',
    'true',
  ])
})
